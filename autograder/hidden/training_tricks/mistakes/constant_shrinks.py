"""The rate depends on the step. A constant one does not."""

MODULE = "schedules"
CHECK = "constant"


def constant(step, rate):
    return rate / (step + 1)
