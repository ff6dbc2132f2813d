"""Preprocessing: centre, scale, decorrelate and whiten data, by statistics of the training data alone.

Every function takes the training data and any number of further arrays (validation, test), rows of the same
features, and returns all of them, transformed alike, as a tuple in the same order; with the training data
alone it is a tuple of one array. The mean, the deviation and the directions are *learned* from the training
rows, like weights: all others stand for data that do not exist yet. No array that is passed in is changed.
Any numeric type is allowed, ``uint8`` included.

Source: CS231n course notes, "Neural Networks Part 2", section on data preprocessing.
"""

import numpy as np


def zero_center(train, *others):
    """Subtract from every feature its mean over the training data.

    Parameters
    ----------
    train : array (N, D)
    *others : arrays (M, D), each with an M of its own

    Returns
    -------
    centred : tuple of float arrays
        Of `train` and each of `others`, of their shapes.
    """
    ### BEGIN SOLUTION
    mean = train.mean(axis=0)  # (D,)
    return tuple(X - mean for X in (train, *others))
    ### END SOLUTION


def standardize(train, *others):
    """Subtract the mean of every feature and divide by its standard deviation over the training data.

    The variance is the mean of the N squared differences. A feature that is constant in the training data has
    no scale: it is centred only, and nothing becomes NaN or infinite.

    Parameters
    ----------
    train : array (N, D)
    *others : arrays (M, D), each with an M of its own

    Returns
    -------
    standardized : tuple of float arrays
        Of `train` and each of `others`, of their shapes.
    """
    ### BEGIN SOLUTION
    mean, deviation = train.mean(axis=0), train.std(axis=0)  # (D,)
    scale = np.where(deviation > 0, deviation, 1)
    return tuple((X - mean) / scale for X in (train, *others))
    ### END SOLUTION


def pca(train, *others, k):
    """Give the coordinates along the k directions in which the training data vary most.

    Z are the training data with their mean subtracted. The directions are the eigenvectors of length 1 of the
    covariance ``Zᵀ Z / N`` with the k largest eigenvalues, largest first; each may point either way.

    Parameters
    ----------
    train : array (N, D)
    *others : arrays (M, D), each with an M of its own
    k : int, at most N - 1 and at most D

    Returns
    -------
    reduced : tuple of float arrays
        Of `train`, (N, k), and each of `others`, (M, k): their rows, minus the mean of `train`, times the
        directions.
    """
    ### BEGIN SOLUTION
    mean = train.mean(axis=0)  # (D,)
    centred = train - mean
    _, vectors = np.linalg.eigh(centred.T @ centred / len(train))  # (D, D), the largest last
    directions = vectors[:, ::-1][:, :k]
    return tuple((X - mean) @ directions for X in (train, *others))
    ### END SOLUTION


def whiten(train, *others, eps=1e-5):
    """Turn to the principal directions and divide each coordinate by the square root of its variance.

    With the eigenvalues ``λ_j`` and eigenvectors ``u_j`` of the covariance ``Zᵀ Z / N`` (see `pca`), largest
    first, coordinate j of a row x is ``(x - mean) · u_j / sqrt(λ_j + eps)``. The covariance of the training
    data becomes (nearly) the identity. `eps` keeps directions without variance from being blown up.

    Parameters
    ----------
    train : array (N, D)
    *others : arrays (M, D), each with an M of its own
    eps : positive number

    Returns
    -------
    white : tuple of float arrays
        Of `train` and each of `others`, of their shapes.
    """
    ### BEGIN SOLUTION
    mean = train.mean(axis=0)  # (D,)
    centred = train - mean
    variances, vectors = np.linalg.eigh(centred.T @ centred / len(train))  # (D,), (D, D), the largest last
    whitening = vectors / np.sqrt(np.maximum(variances, 0) + eps)  # rounding leaves tiny negative variances
    return tuple((X - mean) @ whitening[:, ::-1] for X in (train, *others))
    ### END SOLUTION
