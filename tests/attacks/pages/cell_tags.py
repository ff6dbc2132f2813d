"""Tags, which become classes of a cell."""

STOPPED_BY = "metadata of cells are removed"
PLACE = "cell"
PAYLOAD = {
    "metadata": {
        "tags": ['x"><script>RUN</script>'],
        "alt": '"><script>RUN</script>',
    },
}
BARE = '<div class="celltag_x"><script>RUN</script>'
