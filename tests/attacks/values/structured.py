"""Returns an array whose entries have fields."""

import numpy as np

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return np.zeros((len(X_test), len(X_train)), dtype=[("value", "f8"), ("right", "?")])
