"""Hides the loops in a function of pairs of indices, made by `np.frompyfunc`."""

import numpy as np

STOPPED_BY = "cpu"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        pair = np.frompyfunc(lambda i, j: np.sqrt(((X[i] - self.X_train[j]) ** 2).sum()), 2, 1)
        return pair.outer(np.arange(len(X)), np.arange(len(self.X_train))).astype(float)
