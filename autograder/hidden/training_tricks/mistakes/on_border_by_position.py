"""The first and the last value of the list are taken for its border. The values come in any order: compare
with the smallest and the largest.
"""

MODULE = "search"
CHECK = "on_border"


def on_border(best, values):
    return list(values).index(best) in (0, len(values) - 1)
