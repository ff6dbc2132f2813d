"""A script element of SVG, which is no script element of HTML."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = "<svg><script>RUN</script></svg>"
