"""Only the upper border is looked at. The best value can just as well be the smallest."""

MODULE = "search"
CHECK = "on_border"


def on_border(best, values):
    return best == max(values)
