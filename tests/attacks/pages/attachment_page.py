"""An attached picture that is a page, by its type."""

STOPPED_BY = "attachments of other types than pictures are removed"
PLACE = "attachment"
PAYLOAD = {
    "text/html": "PHNjcmlwdD4",
    'image/png"><script>RUN</script>': "AAAA",
}
BARE = '<img src="data:image/png"><script>RUN</script>'
