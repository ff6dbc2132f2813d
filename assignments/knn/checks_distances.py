"""Distances between images: values, CPU time, memory."""

import numpy as np
from checks import MODULE, points, trained

from toolkit.checks import at_least, check, close, cpu, equal, faster, info
from toolkit.data import load_cifar10

EXACT = {"dists": close(rtol=1e-7)}
RANKED = {**EXACT, "neighbours": equal()}


def pixels(rng, num_test, num_train, dimensions):
    """Return test and training images as raw uint8 values."""
    shape = (num_test + num_train, dimensions)
    both = rng.integers(0, 256, shape).astype(np.uint8)
    return both[:num_test], both[num_test:]


def ranked(dists):
    """Return distances, and the order of the neighbours, which a missing root does not change."""
    return {"dists": dists, "neighbours": np.argsort(dists, axis=-1)}


@check(MODULE, points=1, outputs=RANKED)
def compute_distances_two_loops(knn, rng):
    """Euclidean distances with two loops"""
    X, X_train = points(rng, 4, 7, 5)
    return ranked(trained(knn, X_train).compute_distances_two_loops(X))


@check(MODULE, points=1, outputs=RANKED)
def compute_distances_one_loop(knn, rng):
    """Euclidean distances with one loop"""
    X, X_train = points(rng, 5, 8, 6)
    return ranked(trained(knn, X_train).compute_distances_one_loop(X))


@check(MODULE, points=1, outputs=RANKED)
def compute_distances_no_loops(knn, rng):
    """Euclidean distances without loops"""
    X, X_train = points(rng, 6, 9, 7)
    return ranked(trained(knn, X_train).compute_distances_no_loops(X))


@check("distances", points=1, outputs=EXACT)
def l1_distances(distances, rng):
    """L1 distances"""
    X, X_train = points(rng, 4, 9, 6)
    return {"dists": distances.l1_distances(X, X_train)}
