"""A picture that is not attached, on which stock nbconvert gives up, and the script after it."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = "![plot](attachment:none.png)\n\n<script>RUN</script>"
BARE = "<script>RUN</script>"
