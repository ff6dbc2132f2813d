"""Folds, cross-validation and the choice of k."""

import numpy as np

from toolkit.checks import check, equal


@check("cross_validation", points=0.5, outputs={"X_folds": equal(), "y_folds": equal()})
def make_folds(cross_validation, rng):
    """Folds of equal size"""
    X, y = rng.normal(size=(12, 3)), rng.integers(0, 4, 12)
    X_folds, y_folds = cross_validation.make_folds(X, y, 4)
    return {"X_folds": X_folds, "y_folds": y_folds}


@check("cross_validation", points=1)
def cross_validate(cross_validation, rng):
    """Accuracy of each k on each fold"""
    X, y = clusters(rng, 30)
    return {"accuracies": cross_validation.cross_validate(X, y, [1, 3, 7], 5)}


def clusters(rng, count):
    """Return points (count, 4) that overlap in two classes, and their labels."""
    y = rng.integers(0, 2, count)
    return rng.normal(size=(count, 4)) + 0.8 * y[:, np.newaxis], y


@check("cross_validation", points=0.25, outputs={"k": equal()})
def choose_k(cross_validation, rng):
    """The k with the best mean accuracy"""
    rows = [[0.3, 0.36, 0.34], [0.3, 0.32, 0.31], [0.24, 0.4, 0.26], [0.28, 0.27, 0.3]]
    return {"k": [cross_validation.choose_k(shuffled(rng, distinct(rng, 4), rows)) for _ in range(5)]}


def distinct(rng, count):
    """Return different numbers from 5 to 98, as a list."""
    return (5 + rng.permutation(94)[:count]).tolist()


def shuffled(rng, keys, rows):
    """Return a dictionary that maps each key to its row, in any order."""
    return {keys[i]: rows[i] for i in rng.permutation(len(keys)).tolist()}
