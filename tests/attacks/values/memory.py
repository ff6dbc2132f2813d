"""Returns an array that takes no memory here, and gigabytes where it is written out."""

import numpy as np

STOPPED_BY = "rlimits"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return np.broadcast_to(0.0, (2**14, 2**15))
