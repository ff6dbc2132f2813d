"""Each period is longer by the first one. It is `growth` times as long as the one before."""

import math

MODULE = "schedules"
CHECK = "warm_restarts_growing"


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    first, growth = period, growth - 1
    while step >= period:
        step, period = step - period, period + growth * first
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / period)) / 2
