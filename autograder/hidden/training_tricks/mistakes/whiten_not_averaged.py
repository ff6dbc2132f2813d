"""Your eigenvalues are sums of squares over the examples (those of Zᵀ Z, or squared singular values of Z)
instead of variances: divide by N.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten"


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    sums, vectors = np.linalg.eigh((train - mean).T @ (train - mean))
    return tuple((X - mean) @ (vectors / np.sqrt(sums + eps))[:, ::-1] for X in (train, *others))
