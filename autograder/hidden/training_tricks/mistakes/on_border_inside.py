"""The answer is the wrong way round: True for values inside, False for those on the border."""

MODULE = "search"
CHECK = "on_border"


def on_border(best, values):
    return min(values) < best < max(values)
