"""The product a·b is subtracted only once. Write out (a - b)·(a - b): it occurs twice."""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_no_loops"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        A, B = X.astype(float), self.X_train.astype(float)
        squared = (A**2).sum(axis=1, keepdims=True) + (B**2).sum(axis=1) - A @ B.T
        return np.sqrt(np.maximum(squared, 0))
