"""The differences were taken in uint8, the type of the images, where 3 - 5 is 254: an image seems far from
one that is a little brighter. Convert both arrays to floating point before subtracting.
"""

import numpy as np

MODULE = "distances"
CHECK = "l1_uint8"


def l1_distances(X_test, X_train):
    dists = np.zeros((len(X_test), len(X_train)))
    for i in range(len(X_test)):
        dists[i] = np.abs(X_train - X_test[i]).sum(axis=1)
    return dists
