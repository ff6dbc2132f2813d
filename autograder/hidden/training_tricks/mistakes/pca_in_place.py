"""`X -= mean` changes the arrays that were passed in. `X - mean` makes new ones."""

import numpy as np

MODULE = "preprocessing"
CHECK = "pca_keeps_its_arguments"


def pca(train, *others, k):
    mean = train.mean(axis=0)
    for X in (train, *others):
        X -= mean
    _, vectors = np.linalg.eigh(train.T @ train)
    return tuple(X @ vectors[:, ::-1][:, :k] for X in (train, *others))
