"""The sum runs over the training points and leaves one number for each feature. The array of differences
has one row for each training point; what must disappear is the axis of the features.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_one_loop"


class KNearestNeighbor:
    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sqrt(np.sum((self.X_train - X[i].astype(float)) ** 2, axis=0))
        return dists
