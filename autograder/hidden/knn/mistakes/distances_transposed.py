"""Rows and columns are exchanged: row i belongs to test point i, column j to training point j. With equal
numbers of both the shape would not have shown it.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_two_loops"


class KNearestNeighbor:
    def compute_distances_two_loops(self, X):
        return np.array([[np.linalg.norm(x.astype(float) - z) for x in X] for z in self.X_train])

    def compute_distances_one_loop(self, X):
        return np.array([np.linalg.norm(X.astype(float) - z, axis=1) for z in self.X_train])

    def compute_distances_no_loops(self, X):
        return self.compute_distances_one_loop(X)
