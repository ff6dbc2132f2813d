"""You divide by the variance. Divide by its square root, the standard deviation, which has the unit of the
data.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "standardize"


def standardize(train, *others):
    mean, variance = train.mean(axis=0), train.var(axis=0)
    return tuple((X - mean) / np.where(variance > 0, variance, 1) for X in (train, *others))
