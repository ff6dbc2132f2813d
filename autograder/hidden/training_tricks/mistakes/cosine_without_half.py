"""The rate is too high by a factor of 2: 1 + cos is 2 at step 0. Take half of it."""

import math

MODULE = "schedules"
CHECK = "cosine"


def cosine(step, rate, num_steps, lowest=0.0):
    part = min(step / num_steps, 1)
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * part))
