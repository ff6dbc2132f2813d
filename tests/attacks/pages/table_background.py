"""A background picture by an attribute from old times."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<table background="BEACON"><tr><td background="BEACON">1</td></tr></table>'
