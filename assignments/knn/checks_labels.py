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
