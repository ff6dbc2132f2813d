"""A script element in a written answer."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = "<script>RUN</script>"
