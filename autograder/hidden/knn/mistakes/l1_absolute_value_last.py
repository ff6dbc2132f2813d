"""The absolute value is taken of the sum, where positive and negative differences have already cancelled.
Take it of every single difference, then add up.
"""

import numpy as np

MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    dists = np.zeros((len(X_test), len(X_train)))
    for i in range(len(X_test)):
        dists[i] = np.abs((X_train - X_test[i].astype(float)).sum(axis=1))
    return dists
