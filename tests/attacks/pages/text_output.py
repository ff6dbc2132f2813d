"""Markup in the plain text of a value."""

STOPPED_BY = "text is escaped"
PLACE = "data"
PAYLOAD = {
    "text/plain": "<script>RUN</script>",
}
BARE = "<script>RUN</script>"
