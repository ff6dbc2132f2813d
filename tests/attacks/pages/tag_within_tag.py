"""Taking out the inner tag makes the outer one whole."""

STOPPED_BY = "the sanitizer builds a tree, it does not cut text"
PLACE = "answer"
PAYLOAD = "<scr<script></script>ipt>RUN</scr<script></script>ipt>"
BARE = "<script>RUN</script>"
