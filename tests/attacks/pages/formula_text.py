"""Markup in the text of a formula."""

STOPPED_BY = "MathML is cleaned like HTML"
PLACE = "answer"
PAYLOAD = "$\\text{</mtext></math><img src=x onerror=RUN>}$"
BARE = "<math><mtext></mtext></math><img src=x onerror=RUN>"
