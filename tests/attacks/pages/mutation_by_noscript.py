"""Markup that is read otherwise with and without scripts."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>'
