"""An output that is JavaScript."""

STOPPED_BY = "scripts among outputs are removed"
PLACE = "data"
PAYLOAD = {
    "application/javascript": "RUN",
    "text/plain": "1",
}
BARE = "<script>RUN</script>"
