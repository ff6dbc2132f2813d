"""You turn the whitened data back to the original axes. This is called ZCA whitening, and its covariance is
the identity, too; but here the coordinates are to be those along the principal directions: leave out the last
turn.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten"


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    variances, vectors = np.linalg.eigh((train - mean).T @ (train - mean) / len(train))
    return tuple((X - mean) @ (vectors / np.sqrt(variances + eps)) @ vectors.T for X in (train, *others))
