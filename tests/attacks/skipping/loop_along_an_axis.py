"""Hides the loops in `np.apply_along_axis`."""

import numpy as np

STOPPED_BY = "cpu"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        def to_all(x):
            return np.apply_along_axis(lambda t: np.sqrt(((x - t) ** 2).sum()), 1, self.X_train)

        return np.apply_along_axis(to_all, 1, X)
