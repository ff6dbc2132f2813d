"""A page that sends its reader elsewhere."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<meta http-equiv="refresh" content="0; url=BEACON">'
