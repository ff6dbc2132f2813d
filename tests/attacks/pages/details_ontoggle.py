"""A handler on an element that is allowed."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<details ontoggle="RUN"><summary>more</summary>text</details>'
