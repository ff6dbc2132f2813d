"""Choose k by cross-validation."""

import numpy as np


def make_folds(X, y, num_folds):
    """Split training data into folds of nearly equal size, in the given order.

    The first ``N % num_folds`` folds have one example more than the others (as `numpy.array_split` does it).
    The data is not shuffled: that is the caller's business.

    Parameters
    ----------
    X : array (N, D)
    y : array (N,)
    num_folds : int
        From 2 to N.

    Returns
    -------
    X_folds, y_folds : lists of num_folds arrays
        `X_folds[i]` and `y_folds[i]` belong together; every example is in exactly one fold.
    """
    raise NotImplementedError("Implement make_folds in cross_validation.py")


def cross_validate(X, y, k_choices, num_folds):
    """Return the accuracies of k-nearest-neighbour classification (L2) under cross-validation.

    For every k and every fold: train on all the other folds, predict the labels of this fold, and record the
    fraction that is right.

    Parameters
    ----------
    X : array (N, D)
    y : integer array (N,)
    k_choices : list of int
    num_folds : int

    Returns
    -------
    accuracies : dict
        Maps each k to a list of `num_folds` accuracies, in the order of the folds.
    """
    # imported here, so that an error in that module costs nothing else
    from k_nearest_neighbor import KNearestNeighbor

    raise NotImplementedError("Implement cross_validate in cross_validation.py")


def choose_k(accuracies):
    """Return the k with the best mean accuracy; the smallest such k if several are equally good.

    Parameters
    ----------
    accuracies : dict
        As returned by `cross_validate`.

    Returns
    -------
    k : int
    """
    raise NotImplementedError("Implement choose_k in cross_validation.py")
