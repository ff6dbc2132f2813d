"""The arithmetic was done in the type of the images, uint8, which holds 0 to 255 and starts again at 0:
there 3 - 5 is 254 and 16 squared is 0. Convert both arrays to floating point before you subtract or
multiply.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "two_loops_uint8"


class KNearestNeighbor:
    def compute_distances_two_loops(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(self.X_train.shape[0]):
                dists[i, j] = np.sqrt(np.sum((X[i] - self.X_train[j]) ** 2))
        return dists

    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sqrt(np.sum((self.X_train - X[i]) ** 2, axis=1))
        return dists

    def compute_distances_no_loops(self, X):
        A, B = X, self.X_train
        squared = (A**2).sum(axis=1)[:, None] + (B**2).sum(axis=1) - 2 * A @ B.T
        return np.sqrt(np.maximum(squared, 0))
