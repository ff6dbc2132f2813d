"""The restart comes one step late: step `period` is the first of the second period and has the full rate."""

import math

MODULE = "schedules"
CHECK = "warm_restarts"


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    while step > period:
        step, period = step - period, period * growth
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / period)) / 2
