"""All periods have the length of the first one. Each is `growth` times as long as the one before."""

import math

MODULE = "schedules"
CHECK = "warm_restarts_growing"


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    step %= period
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / period)) / 2
