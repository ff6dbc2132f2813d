"""The picture of a film that is not shown yet."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<video poster="BEACON"></video>'
