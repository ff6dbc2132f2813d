"""Distances between images other than the Euclidean one."""

import numpy as np


def l1_distances(X_test, X_train):
    """Return the L1 (Manhattan) distance of every test image to every training image.

    ``dists[i, j] = sum over d of |X_test[i, d] - X_train[j, d]|``

    There is no matrix product that gives it. Broadcasting all pairs at once needs an array of shape
    (M, N, D): 12 GB for 100 and 5,000 CIFAR-10 images. Loop over one of the axes, or over blocks, so that no
    temporary array is larger than (N, D) or (M, N).

    Parameters
    ----------
    X_test : array (M, D)
    X_train : array (N, D)
        Of any numeric type, ``uint8`` included.

    Returns
    -------
    dists : float array (M, N)
    """
    ### BEGIN SOLUTION
    X_test = np.asarray(X_test, dtype=float)
    X_train = np.asarray(X_train, dtype=float)
    dists = np.empty((X_test.shape[0], X_train.shape[0]))
    for i, image in enumerate(X_test):
        dists[i] = np.abs(X_train - image).sum(axis=1)
    return dists
    ### END SOLUTION
