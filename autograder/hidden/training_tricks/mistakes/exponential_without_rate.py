"""The rate at step 0 should be `rate`: multiply by it."""

import math

MODULE = "schedules"
CHECK = "exponential"


def exponential(step, rate, decay):
    return math.exp(-decay * step)
