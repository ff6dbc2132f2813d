"""Reference: folds by their boundaries, training sets by masks."""

import numpy as np
from k_nearest_neighbor import KNearestNeighbor


def _bounds(count, num_folds):
    small, larger = divmod(count, num_folds)
    sizes = [small + (fold < larger) for fold in range(num_folds)]
    ends = np.cumsum(sizes)
    return [(int(end - size), int(end)) for size, end in zip(sizes, ends, strict=True)]


def make_folds(X, y, num_folds):
    bounds = _bounds(len(X), num_folds)
    return [X[a:b] for a, b in bounds], [y[a:b] for a, b in bounds]


def cross_validate(X, y, k_choices, num_folds):
    table = np.zeros((len(k_choices), num_folds))
    for fold, (a, b) in enumerate(_bounds(len(X), num_folds)):
        rest = np.ones(len(X), bool)
        rest[a:b] = False
        model = KNearestNeighbor()
        model.train(X[rest], y[rest])
        for row, k in enumerate(k_choices):
            table[row, fold] = np.count_nonzero(model.predict(X[a:b], k) == y[a:b]) / (b - a)
    return {k: list(row) for k, row in zip(k_choices, table.tolist(), strict=True)}


def choose_k(accuracies):
    ranking = sorted((-sum(values) / len(values), k) for k, values in accuracies.items())
    return ranking[0][1]
