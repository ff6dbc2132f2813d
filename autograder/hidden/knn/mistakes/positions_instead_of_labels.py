"""Your predictions are positions in the training set (or votes about them), not labels. Sorting gives
positions; look up the labels that belong to them and count those.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        return np.array([np.bincount(np.argsort(row)[:k]).argmax() for row in dists])
