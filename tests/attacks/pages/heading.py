"""A script in a heading, from which stock nbconvert makes a name for links."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '# <img src=x onerror="RUN"> Results'
