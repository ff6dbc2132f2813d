"""Returns a masked array in which no entry may be looked at."""

import numpy as np

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return np.ma.masked_all((len(X_test), len(X_train)))
