"""The name of a language, which becomes the class of every code cell."""

STOPPED_BY = "names with markup are removed"
PLACE = "metadata"
PAYLOAD = {
    "language_info": {
        "name": 'x"><script>RUN</script>',
        "pygments_lexer": 'x"><script>RUN</script>',
    },
    "kernelspec": {
        "name": "<script>RUN</script>",
        "display_name": "<script>RUN</script>",
    },
}
BARE = '<div class="highlight hl-x"><script>RUN</script>'
