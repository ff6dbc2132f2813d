"""The vote of the nearest neighbours, and predictions made with it."""

import numpy as np
from checks import MODULE, points, trained

from toolkit.checks import check, equal


def voting(rng, num_test, num_train, num_labels):
    """Return labels (N,), every one of them used, and distances without ties (M, N)."""
    dists = rng.permuted(np.tile(np.arange(1.0, num_train + 1), (num_test, 1)), axis=1) / 7
    labels = rng.permutation(np.arange(num_train) % num_labels)
    return labels, dists


def vote(knn, dists, labels, k):
    """Return what predict_labels says for given distances and labels."""
    return trained(knn, np.zeros((len(labels), 2)), labels).predict_labels(dists, k=k)


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


### BEGIN HIDDEN TESTS
@check(MODULE, points=1, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_ties(knn, rng):
    """Among equally frequent labels the smallest wins"""
    labels, dists = voting(rng, 60, 24, 4)
    return {"labels": vote(knn, dists, np.array([3, 9, 14, 20])[labels], 4)}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_k_one(knn, rng):
    """With k = 1 the label of the nearest image"""
    labels, dists = voting(rng, 9, 20, 5)
    return {"labels": vote(knn, dists, labels, 1)}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_k_all(knn, rng):
    """With k = N every training image votes"""
    labels, dists = voting(rng, 6, 17, 4)
    labels[:5] = 3
    return {"labels": vote(knn, dists, rng.permutation(90)[labels], 17)}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_one_test_point(knn, rng):
    """A single test image"""
    labels, dists = voting(rng, 8, 19, 2)
    return {"labels": [vote(knn, row, labels, 5) for row in dists[:, np.newaxis]]}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_many_classes(knn, rng):
    """Labels of more than ten classes, some of them unused"""
    labels, dists = voting(rng, 13, 40, 2)
    return {"labels": vote(knn, dists, np.array([17, 99])[labels], 9)}


@check(MODULE, points=0.5, cell="predict", outputs={"l1": equal(), "l2": equal()})
def predict_metric(knn, rng):
    """The metric is the caller's choice"""
    X, X_train = points(rng, 60, 50, 8)
    model = trained(knn, X_train, rng.integers(0, 7, 50))
    return {"l1": model.predict(X, k=1, metric="l1"), "l2": model.predict(X, k=1, metric="l2")}


### END HIDDEN TESTS
