"""These are the squared distances: the square root is missing. The order of the neighbours is the same, so
no prediction changes, but a distance must have the unit of the pixels, not of their squares.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_two_loops"


class KNearestNeighbor:
    def compute_distances_two_loops(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(self.X_train.shape[0]):
                dists[i, j] = np.sum((X[i].astype(float) - self.X_train[j]) ** 2)
        return dists

    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sum((self.X_train - X[i].astype(float)) ** 2, axis=1)
        return dists

    def compute_distances_no_loops(self, X):
        A, B = X.astype(float), self.X_train.astype(float)
        return np.maximum((A**2).sum(axis=1)[:, None] + (B**2).sum(axis=1) - 2 * A @ B.T, 0)
