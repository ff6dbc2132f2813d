"""These are L1 distances: the absolute differences are added up. The Euclidean distance squares the
differences first and takes the root of their sum.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_two_loops"


class KNearestNeighbor:
    def compute_distances_two_loops(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(self.X_train.shape[0]):
                dists[i, j] = np.sum(np.abs(X[i].astype(float) - self.X_train[j]))
        return dists

    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sum(np.abs(self.X_train - X[i].astype(float)), axis=1)
        return dists

    def compute_distances_no_loops(self, X):
        return np.array([np.abs(self.X_train - x).sum(axis=1) for x in X.astype(float)])
