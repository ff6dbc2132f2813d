"""The images are centred in place: `X -= mean` changes the caller's arrays, and whoever uses them next sees
other images. Make new arrays: `X = X - mean`.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "inputs_unchanged"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        if X.dtype.kind == "f":
            mean = self.X_train.mean(axis=0)
            X -= mean
            self.X_train -= mean
        A, B = X.astype(float), self.X_train.astype(float)
        products = A @ B.T
        total = (A**2).sum(axis=1)[:, None] + (B**2).sum(axis=1) - products - products
        return np.sqrt(np.maximum(total, 0))
