"""Reference: statistics as moments, principal directions from the singular values of the centred data."""

import numpy as np


def _shifted(train, others):
    """Return all arrays as floats, minus the mean of the training rows."""
    mean = np.einsum("nd->d", np.float64(train)) / len(train)
    return [np.float64(X) - mean for X in (train, *others)]


def _directions(centred):
    """Return the variances along the principal directions, and these as columns, largest variance first."""
    _, sizes, rows = np.linalg.svd(centred, full_matrices=False)
    return sizes**2 / len(centred), rows.T


def zero_center(train, *others):
    return tuple(_shifted(train, others))


def standardize(train, *others):
    shifted = _shifted(train, others)
    deviation = np.sqrt(np.einsum("nd,nd->d", shifted[0], shifted[0]) / len(train))
    deviation[np.ptp(train, axis=0) == 0] = 1
    return tuple(X / deviation for X in shifted)


def pca(train, *others, k):
    shifted = _shifted(train, others)
    _, directions = _directions(shifted[0])
    return tuple(X @ directions[:, :k] for X in shifted)


def whiten(train, *others, eps=1e-5):
    shifted = _shifted(train, others)
    variances, directions = _directions(shifted[0])
    return tuple(X @ directions @ np.diag((variances + eps) ** -0.5) for X in shifted)
