"""Reference: L1 distances summed one coordinate at a time."""

import numpy as np


def l1_distances(X_test, X_train):
    A, B = np.float64(X_test).T.copy(), np.float64(X_train).T.copy()  # (D, M), (D, N)
    total = np.zeros((A.shape[1], B.shape[1]))
    difference = np.empty_like(total)
    for a, b in zip(A, B, strict=True):
        np.subtract.outer(a, b, out=difference)
        np.abs(difference, out=difference)
        total += difference
    return total
