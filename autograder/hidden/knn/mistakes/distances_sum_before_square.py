"""The differences are added up before they are squared, so that positive and negative ones cancel: two
quite different images can get the distance 0. Each difference is squared on its own; what is added up
are the squares.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_two_loops"


class KNearestNeighbor:
    def compute_distances_two_loops(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(self.X_train.shape[0]):
                dists[i, j] = np.sqrt(np.sum(X[i].astype(float) - self.X_train[j]) ** 2)
        return dists

    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sqrt(np.sum(self.X_train - X[i].astype(float), axis=1) ** 2)
        return dists

    def compute_distances_no_loops(self, X):
        return np.array([np.sqrt((self.X_train - x).sum(axis=1) ** 2) for x in X.astype(float)])
