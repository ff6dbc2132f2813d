"""An embedded object from elsewhere."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<object data="BEACON" type="text/html"></object><embed src="BEACON">'
