"""Markup in a diagram that a script of stock pages draws."""

STOPPED_BY = "unknown kinds of output are removed"
PLACE = "data"
PAYLOAD = {
    "text/vnd.mermaid": 'graph TD; A["<img src=x onerror=RUN>"]',
}
BARE = "<img src=x onerror=RUN>"
