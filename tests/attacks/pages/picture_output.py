"""A picture whose data end the attribute in which they stand."""

STOPPED_BY = "data that are not base64 are removed"
PLACE = "data"
PAYLOAD = {
    "image/png": 'AAAA"><script>RUN</script>',
}
BARE = '<img src="data:image/png;base64,AAAA"><script>RUN</script>'
