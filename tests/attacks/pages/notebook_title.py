"""A title for the page."""

STOPPED_BY = "metadata of the notebook are removed"
PLACE = "metadata"
PAYLOAD = {
    "title": "</title><script>RUN</script>",
}
BARE = "<title></title><script>RUN</script>"
