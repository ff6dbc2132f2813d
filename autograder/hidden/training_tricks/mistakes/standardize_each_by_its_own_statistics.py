"""You use the mean and deviation of each array for itself. Validation and test data are transformed with the
statistics of the *training* data.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "standardize"


def standardize(train, *others):
    return tuple(
        (X - X.mean(axis=0)) / np.where(np.ptp(X, axis=0), X.std(axis=0), 1) for X in (train, *others)
    )
