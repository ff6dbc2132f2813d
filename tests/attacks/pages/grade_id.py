"""A cell that claims to be graded, under a name that ends an attribute."""

STOPPED_BY = "names of graded cells are letters, digits, dashes"
PLACE = "cell"
PAYLOAD = {
    "metadata": {
        "nbgrader": {
            "grade_id": 'x"><script>RUN</script>',
            "grade": True,
            "solution": True,
            "points": 1,
            "schema_version": 3,
            "locked": False,
            "task": False,
        },
    },
}
BARE = '<input id="x"><script>RUN</script>'
