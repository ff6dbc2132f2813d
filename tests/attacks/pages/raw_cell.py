"""Markup in a raw cell, which nbconvert hands through."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "raw"
PAYLOAD = '<img src=x onerror="RUN"><style>@import url(BEACON)</style>'
