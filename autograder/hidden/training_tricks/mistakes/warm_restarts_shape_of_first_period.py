"""The restarts are where they should be, but the cosine still has the length of the first period."""

import math

MODULE = "schedules"
CHECK = "warm_restarts_growing"


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    length = period
    while step >= length:
        step, length = step - length, length * growth
    step = min(step, period)
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / period)) / 2
