"""A drawing inside the text with a handler for its loading."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<svg onload="RUN"><circle r="9"/></svg>'
