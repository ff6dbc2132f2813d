"""The rate rises again as slowly as it fell. A restart is sudden: count the steps from it."""

import math

MODULE = "schedules"
CHECK = "warm_restarts"


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / period)) / 2
