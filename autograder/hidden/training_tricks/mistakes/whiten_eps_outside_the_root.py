"""eps is added to the variance, inside the root: sqrt(λ + eps). You add it to the root."""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten_eps"


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    variances, vectors = np.linalg.eigh((train - mean).T @ (train - mean) / len(train))
    return tuple((X - mean) @ (vectors / (np.sqrt(variances) + eps))[:, ::-1] for X in (train, *others))
