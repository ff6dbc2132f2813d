"""Your mean is taken over validation and test data, too. They must not have any influence on what is learned,
and the mean is learned.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "zero_center"


def zero_center(train, *others):
    mean = np.concatenate([train, *others]).mean(axis=0)
    return tuple(X - mean for X in (train, *others))
