"""Markup in printed text, with colours of terminals around it."""

STOPPED_BY = "text is escaped"
PLACE = "printed"
PAYLOAD = "\x1b[31m<script>RUN</script>\x1b[0m\x1b]8;;javascript:RUN\x07link\x1b]8;;\x07"
BARE = "<script>RUN</script>"
