"""The id of a cell."""

STOPPED_BY = "ids are letters, digits, dashes"
PLACE = "cell"
PAYLOAD = {
    "id": 'x"><script>RUN</script>',
}
BARE = '<div id="x"><script>RUN</script>'
