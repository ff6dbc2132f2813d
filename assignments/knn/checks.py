"""Checks of the knn assignment: probes that make calls, and how their outputs are judged."""

import numpy as np

TOPICS = ("distances", "labels", "cross_validation", "questions")
MODULE = "k_nearest_neighbor"


def trained(knn, X, y=None):
    """Return a classifier that remembers X (N, D) and y (N,)."""
    model = knn.KNearestNeighbor()
    model.train(X, np.zeros(len(X), int) if y is None else y)
    return model


def points(rng, num_test, num_train, dimensions):
    """Return test and training points, (M, D) and (N, D), with coordinates that are no integers."""
    return rng.normal(0, 3, (num_test, dimensions)), rng.normal(0, 3, (num_train, dimensions))
