"""A button of a form that is a picture from elsewhere."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<form action="BEACON"><input type="image" src="BEACON"></form>'
