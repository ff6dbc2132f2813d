"""Where two points are (nearly) equal, a·a + b·b and 2 a·b are large and nearly the same; rounding can
leave their difference slightly below zero, and its root is NaN. Raise negative numbers to zero before
the root.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "no_loops_self_distance"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        A, B = X.astype(float), self.X_train.astype(float)
        return np.sqrt((A**2).sum(axis=1, keepdims=True) + (B**2).sum(axis=1) - 2 * A @ B.T)
