"""A link in a formula."""

STOPPED_BY = "attributes of MathML outside the list are removed"
PLACE = "answer"
PAYLOAD = "$\\href{javascript:void(RUN)}{x}$"
BARE = '<a href="javascript:void(RUN)">x</a>'
