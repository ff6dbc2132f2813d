"""Your covariance divides by N - 1, as np.cov does, ours by N. For many rows that is the same; both are in
use, and it costs nothing.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten"
KEEPS = 1.0


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    variances, vectors = np.linalg.eigh(np.cov(train.T))
    return tuple((X - mean) @ (vectors / np.sqrt(variances + eps))[:, ::-1] for X in (train, *others))
