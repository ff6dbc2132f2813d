"""Makes NumPy find all differences to be zero."""

import numpy as np

STOPPED_BY = "comparison"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    np.abs = np.subtract = lambda *_, **__: np.array(0.0)
    np.isnan = np.array_equal = np.allclose = lambda *_, **__: True
    return X_test @ X_train.T
