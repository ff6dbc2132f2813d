"""A frame that shows a page from elsewhere."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<iframe src="BEACON"></iframe>'
