"""Your variance divides by N - 1, ours by N. For many rows that is the same; both are in use, and it costs
nothing.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "standardize"
KEEPS = 1.0


def standardize(train, *others):
    mean, deviation = train.mean(axis=0), train.std(axis=0, ddof=1)
    return tuple((X - mean) / np.where(deviation > 0, deviation, 1) for X in (train, *others))
