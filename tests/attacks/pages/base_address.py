"""Another base for the page's own relative addresses."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<base href="BEACON/"><img src="x">'
