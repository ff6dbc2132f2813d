"""`X -= mean` changes the arrays that were passed in. `X - mean` makes new ones."""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten_keeps_its_arguments"


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    for X in (train, *others):
        X -= mean
    variances, vectors = np.linalg.eigh(train.T @ train / len(train))
    return tuple(X @ (vectors / np.sqrt(variances + eps))[:, ::-1] for X in (train, *others))
