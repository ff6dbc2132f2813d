"""A picture that cannot be loaded, with a handler for that."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<img src="x" onerror="RUN">'
