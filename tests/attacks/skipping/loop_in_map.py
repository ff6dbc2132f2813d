"""Hides the loops in `map` and `itertools`, which run them in C."""

from itertools import product

import numpy as np

STOPPED_BY = "cpu"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        differences = map(lambda pair: pair[0] - pair[1], product(X, self.X_train))
        return np.sqrt(list(map(lambda d: d @ d, differences))).reshape(len(X), -1)
