"""After num_steps the rate rises again. It stays at the lowest one: no part of more than 1."""

import math

MODULE = "schedules"
CHECK = "cosine_lowest"


def cosine(step, rate, num_steps, lowest=0.0):
    return lowest + (rate - lowest) * (1 + math.cos(math.pi * step / num_steps)) / 2
