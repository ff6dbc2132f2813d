"""The squares a·a of the test images a are missing. They are the same for all training points, so the order
of the neighbours survives, but the values are no distances.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_no_loops"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        A, B = X.astype(float), self.X_train.astype(float)
        return np.sqrt(np.maximum((B**2).sum(axis=1) - 2 * A @ B.T, 0))
