"""A style element that imports another."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<style>@import url("BEACON");</style>'
