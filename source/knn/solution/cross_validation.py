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
    ### BEGIN SOLUTION
    X_folds = np.array_split(X, num_folds)
    y_folds = np.array_split(y, num_folds)
    return X_folds, y_folds
    ### END SOLUTION


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

    ### BEGIN SOLUTION
    X_folds, y_folds = make_folds(X, y, num_folds)
    accuracies = {k: [] for k in k_choices}
    for i in range(num_folds):
        learner = KNearestNeighbor()
        learner.train(
            np.concatenate(X_folds[:i] + X_folds[i + 1 :]),
            np.concatenate(y_folds[:i] + y_folds[i + 1 :]),
        )
        dists = learner.compute_distances_no_loops(X_folds[i])
        for k in k_choices:
            y_pred = learner.predict_labels(dists, k=k)
            accuracies[k].append(float(np.mean(y_pred == y_folds[i])))
    return accuracies
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    means = {k: np.mean(values) for k, values in accuracies.items()}
    return min(means, key=lambda k: (-means[k], k))
    ### END SOLUTION
