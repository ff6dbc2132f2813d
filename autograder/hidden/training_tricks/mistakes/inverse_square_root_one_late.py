"""Steps 0 and 1 have the same rate. t counts from 1: t = step + 1, not the larger of step and 1."""

import math

MODULE = "schedules"
CHECK = "inverse_square_root"


def inverse_square_root(step, rate):
    return rate / math.sqrt(max(step, 1))
