"""A comment that the submission brings along."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "cell"
PAYLOAD = {
    "metadata": {
        "nbgrader": {
            "grade_id": "mine",
            "grade": True,
            "solution": True,
            "points": 1,
            "score": 1,
            "comment": "<script>RUN</script>",
            "schema_version": 3,
            "locked": False,
            "task": False,
        },
    },
}
BARE = "<script>RUN</script>"
