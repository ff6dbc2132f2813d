"""A background picture in the style of an allowed element."""

STOPPED_BY = "properties of styles outside the list are removed"
PLACE = "answer"
PAYLOAD = '<div style="width:9px;height:9px;background:url(BEACON)">text</div>'
