"""The root is missing: rate / √t."""

MODULE = "schedules"
CHECK = "inverse_square_root"


def inverse_square_root(step, rate):
    return rate / (step + 1)
