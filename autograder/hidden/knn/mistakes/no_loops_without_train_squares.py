"""The squares b·b of the training images b are missing. They differ from one training point to the next, so
long (bright) ones now look near to everything.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_no_loops"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        A, B = X.astype(float), self.X_train.astype(float)
        return np.sqrt(np.maximum((A**2).sum(axis=1, keepdims=True) - 2 * A @ B.T, 0))
