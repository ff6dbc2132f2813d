"""Each array is turned to its own directions, so the coordinates of training and test data mean different
things. Mean and directions are learned from the *training* data.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "pca"


def pca(train, *others, k):
    reduced = []
    for X in (train, *others):
        centred = X - X.mean(axis=0)
        _, vectors = np.linalg.eigh(centred.T @ centred / len(X))
        reduced.append(centred @ vectors[:, ::-1][:, :k])
    return tuple(reduced)
