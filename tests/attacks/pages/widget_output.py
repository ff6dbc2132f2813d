"""A widget whose state is a page."""

STOPPED_BY = "widgets and their state are removed"
PLACE = "widget"
PAYLOAD = {
    "state": {
        "w": {
            "model_name": "HTMLModel",
            "state": {
                "value": "</script><script>RUN</script>",
            },
        },
    },
    "version_major": 2,
    "version_minor": 0,
}
BARE = '<script type="application/json">{"value": "</script><script>RUN</script>"}</script>'
