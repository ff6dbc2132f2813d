"""lowest is not used: the rate falls to 0."""

import math

MODULE = "schedules"
CHECK = "cosine_lowest"


def cosine(step, rate, num_steps, lowest=0.0):
    part = min(step / num_steps, 1)
    return rate * (1 + math.cos(math.pi * part)) / 2
