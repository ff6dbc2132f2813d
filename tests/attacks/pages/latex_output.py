"""Markup in an output of LaTeX."""

STOPPED_BY = "text is escaped"
PLACE = "data"
PAYLOAD = {
    "text/latex": "<script>RUN</script>",
}
BARE = "<script>RUN</script>"
