"""At step 0 you divide by 0. t counts from 1: t = step + 1."""

import math

MODULE = "schedules"
CHECK = "inverse_square_root"


def inverse_square_root(step, rate):
    return rate / math.sqrt(step)
