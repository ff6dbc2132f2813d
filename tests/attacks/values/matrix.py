"""Returns a matrix, whose products and shapes follow other rules."""

import numpy as np

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return np.asmatrix(X_test) @ X_train.T
