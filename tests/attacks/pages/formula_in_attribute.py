"""A formula within an attribute: what is put in for it must not end the attribute."""

STOPPED_BY = "what stands for a formula is an element, which in an attribute is text"
PLACE = "answer"
PAYLOAD = '![a $"onerror="RUN$ b](x) <b title=\'$" onmouseover="RUN$\'>c</b>'
BARE = '<b title="" onmouseover="RUN">c</b>'
