"""Checks of the knn assignment: probes that make calls, and how their outputs are judged."""

import numpy as np

from toolkit.checks import at_least, check, close, cpu, equal, faster, info
from toolkit.data import load_cifar10

MODULE = "k_nearest_neighbor"
EXACT = {"dists": close(rtol=1e-7)}
RANKED = {**EXACT, "neighbours": equal()}


def trained(knn, X, y=None):
    """Return a classifier that remembers X (N, D) and y (N,)."""
    model = knn.KNearestNeighbor()
    model.train(X, np.zeros(len(X), int) if y is None else y)
    return model


def points(rng, num_test, num_train, dimensions):
    """Return test and training points, (M, D) and (N, D), with coordinates that are no integers."""
    return rng.normal(0, 3, (num_test, dimensions)), rng.normal(0, 3, (num_train, dimensions))


def pixels(rng, num_test, num_train, dimensions):
    """Return test and training images as raw uint8 values."""
    shape = (num_test + num_train, dimensions)
    both = rng.integers(0, 256, shape).astype(np.uint8)
    return both[:num_test], both[num_test:]


def voting(rng, num_test, num_train, num_labels):
    """Return labels (N,), every one of them used, and distances without ties (M, N)."""
    dists = rng.permuted(np.tile(np.arange(1.0, num_train + 1), (num_test, 1)), axis=1) / 7
    labels = rng.permutation(np.arange(num_train) % num_labels)
    return labels, dists


def ranked(dists):
    """Return distances, and the order of the neighbours, which a missing root does not change."""
    return {"dists": dists, "neighbours": np.argsort(dists, axis=-1)}


def vote(knn, dists, labels, k):
    """Return what predict_labels says for given distances and labels."""
    return trained(knn, np.zeros((len(labels), 2)), labels).predict_labels(dists, k=k)


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


@check(MODULE, points=1, outputs={"labels": equal(), "dists_afterwards": equal(guard=True)})
def predict_labels(knn, rng):
    """Majority vote of the k nearest"""
    labels, dists = voting(rng, 60, 30, 2)
    model = trained(knn, np.zeros((30, 2)), np.array([3, 8])[labels])
    y_pred, (dists_afterwards, _) = model.predict_labels.with_args(dists, 7)
    return {"labels": y_pred, "dists_afterwards": dists_afterwards}


@check(MODULE, points=0.5, outputs={"two_loops": equal(), "one_loop": equal(), "no_loops": equal()})
def predict(knn, rng):
    """Predicting labels with each of the three distances"""
    X, X_train = points(rng, 50, 40, 3)
    model = trained(knn, X_train, rng.integers(0, 2, 40))
    return {
        "no_loops": model.predict(X, k=5, num_loops=0),
        "one_loop": model.predict(X, k=5, num_loops=1),
        "two_loops": model.predict(X, k=5, num_loops=2),
    }


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


def valid(letters, allowed):
    """Return 1.0 if an answer is a string of allowed letters, else 0.0."""
    return {"only_letters_of_the_list": float(len(letters) > 0 and set(letters) <= set(allowed))}


@check("questions", points=0, cell="l1_preprocessing")
def l1_preprocessing_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.l1_preprocessing(), "ABCDE")


@check("questions", points=0, cell="test_set_use")
def test_set_use_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.test_set_use(), "ABCD")


@check("questions", points=0, cell="training_accuracy")
def training_accuracy_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.training_accuracy(), "ABCD")
