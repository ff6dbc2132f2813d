"""You divide by the deviation, but the mean has not been subtracted."""

import numpy as np

MODULE = "preprocessing"
CHECK = "standardize"


def standardize(train, *others):
    deviation = train.std(axis=0)
    return tuple(X / np.where(deviation > 0, deviation, 1) for X in (train, *others))
