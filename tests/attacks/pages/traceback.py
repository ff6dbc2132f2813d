"""Markup in the name, the message and the lines of an error."""

STOPPED_BY = "text is escaped"
PLACE = "traceback"
PAYLOAD = "\x1b[0;31m<img src=x onerror=RUN>\x1b[0m"
BARE = "<img src=x onerror=RUN>"
