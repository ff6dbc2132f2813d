"""You use a quarter of a turn, cos from 0 to π/2. Half a turn, shifted and halved, is flat at both ends."""

import math

MODULE = "schedules"
CHECK = "cosine"


def cosine(step, rate, num_steps, lowest=0.0):
    part = min(step / num_steps, 1)
    return lowest + (rate - lowest) * math.cos(math.pi / 2 * part)
