"""There is no restart: after the first period the rate stays low. Count the steps from the last restart."""

import math

MODULE = "schedules"
CHECK = "warm_restarts"


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    step = min(step, period)
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / period)) / 2
