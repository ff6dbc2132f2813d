"""Each array is whitened by its own mean, directions and variances. All of them are learned from the
*training* data.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten"


def whiten(train, *others, eps=1e-5):
    white = []
    for X in (train, *others):
        centred = X - X.mean(axis=0)
        variances, vectors = np.linalg.eigh(centred.T @ centred / len(X))
        white.append(centred @ (vectors / np.sqrt(np.maximum(variances, 0) + eps))[:, ::-1])
    return tuple(white)
