"""lowest is added to a cosine that falls from rate to 0, so that the rate begins at rate + lowest. Let the
cosine fall by rate - lowest only.
"""

import math

MODULE = "schedules"
CHECK = "cosine_lowest"


def cosine(step, rate, num_steps, lowest=0.0):
    part = min(step / num_steps, 1)
    return lowest + rate * (1 + math.cos(math.pi * part)) / 2
