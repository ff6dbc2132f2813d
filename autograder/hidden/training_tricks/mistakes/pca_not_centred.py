"""The data are not centred, so the first direction points at their mean instead of where they vary. Subtract
the mean of the training data before anything else.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "pca"


def pca(train, *others, k):
    _, vectors = np.linalg.eigh(train.T @ train / len(train))
    return tuple(X @ vectors[:, ::-1][:, :k] for X in (train, *others))
