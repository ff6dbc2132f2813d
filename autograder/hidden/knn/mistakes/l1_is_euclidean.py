"""This is the Euclidean distance. L1 adds up absolute differences: no squares and no root."""

import numpy as np

MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    dists = np.zeros((len(X_test), len(X_train)))
    for i in range(len(X_test)):
        dists[i] = np.sqrt(((X_train - X_test[i].astype(float)) ** 2).sum(axis=1))
    return dists
