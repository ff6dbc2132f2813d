"""A style sheet from elsewhere."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<link rel="stylesheet" href="BEACON">'
