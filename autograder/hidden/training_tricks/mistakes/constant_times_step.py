"""The rate is multiplied by the step. A constant one is the same at every step."""

MODULE = "schedules"
CHECK = "constant"


def constant(step, rate):
    return rate * step
