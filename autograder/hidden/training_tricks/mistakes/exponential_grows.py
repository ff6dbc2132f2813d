"""The exponent has the wrong sign: the rate is to fall."""

import math

MODULE = "schedules"
CHECK = "exponential"


def exponential(step, rate, decay):
    return rate * math.exp(decay * step)
