"""A script in an output of HTML, with a picture from elsewhere."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "data"
PAYLOAD = {
    "text/html": '<script>RUN</script><img src="BEACON">',
}
BARE = "<script>RUN</script>"
