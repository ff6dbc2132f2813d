"""A frame that brings its own page, of the same origin."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<iframe srcdoc="<script>parent.RUN</script>"></iframe>'
