"""np.linalg.eigh sorts eigenvalues from the smallest to the largest, so the first k columns are the
directions along which the data vary *least*. Turn them round.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "pca"


def pca(train, *others, k):
    mean = train.mean(axis=0)
    _, vectors = np.linalg.eigh((train - mean).T @ (train - mean))
    return tuple((X - mean) @ vectors[:, :k] for X in (train, *others))
