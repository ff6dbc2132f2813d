"""Markup that is harmless until a browser reads it a second time: a comment in a style in MathML."""

STOPPED_BY = "the HTML parser of the sanitizer follows the standard, also for MathML"
PLACE = "answer"
PAYLOAD = (
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 o'
    'nerror=RUN&gt;"></table></mtext></math>'
)
BARE = "<math></math><img src=1 onerror=RUN>"
