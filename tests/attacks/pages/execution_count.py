"""The number of a cell, which nbconvert writes as it is."""

STOPPED_BY = "numbers are numbers"
PLACE = "cell"
PAYLOAD = {
    "execution_count": "<script>RUN</script>",
}
BARE = "<script>RUN</script>"
