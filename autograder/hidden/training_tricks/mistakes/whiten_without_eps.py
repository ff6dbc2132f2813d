"""eps is missing. Directions in which the training data hardly vary, which are often noise, are blown up
without limit; where they do not vary at all, you divide by zero.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten_eps"


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    variances, vectors = np.linalg.eigh((train - mean).T @ (train - mean) / len(train))
    return tuple((X - mean) @ (vectors / np.sqrt(variances))[:, ::-1] for X in (train, *others))
