"""A script in an output of Markdown."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "data"
PAYLOAD = {
    "text/markdown": "<script>RUN</script>",
}
BARE = "<script>RUN</script>"
