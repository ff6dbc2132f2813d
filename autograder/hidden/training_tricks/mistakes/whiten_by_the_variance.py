"""You divide by the variances, the eigenvalues, themselves. Divide by their square roots, the standard
deviations.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "whiten"


def whiten(train, *others, eps=1e-5):
    mean = train.mean(axis=0)
    variances, vectors = np.linalg.eigh((train - mean).T @ (train - mean) / len(train))
    return tuple((X - mean) @ (vectors / (variances + eps))[:, ::-1] for X in (train, *others))
