"""A comment that ends earlier in a browser than one thinks."""

STOPPED_BY = "comments are removed"
PLACE = "answer"
PAYLOAD = '<!--><img src=x onerror="RUN">-->'
