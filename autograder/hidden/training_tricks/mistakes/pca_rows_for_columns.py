"""The eigenvectors are the *columns* of the matrix, and you took its rows (np.linalg.svd returns the third
matrix transposed).
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "pca"


def pca(train, *others, k):
    mean = train.mean(axis=0)
    _, vectors = np.linalg.eigh((train - mean).T @ (train - mean))
    return tuple((X - mean) @ vectors[:, ::-1].T[:, :k] for X in (train, *others))
