"""The directions are right, but the coordinates are those of rows whose mean has not been subtracted."""

import numpy as np

MODULE = "preprocessing"
CHECK = "pca"


def pca(train, *others, k):
    centred = train - train.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred / len(train))
    return tuple(X @ vectors[:, ::-1][:, :k] for X in (train, *others))
