"""You use a whole turn, 2π, so the rate is back at the end. Half a turn, π, leads from the highest to the
lowest.
"""

import math

MODULE = "schedules"
CHECK = "cosine"


def cosine(step, rate, num_steps, lowest=0.0):
    part = min(step / num_steps, 1)
    return lowest + (rate - lowest) * (1 + math.cos(2 * math.pi * part)) / 2
