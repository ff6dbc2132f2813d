"""The labels were gathered in an array that NumPy makes of type float (`np.zeros(k)`, `np.array([])`), and
floats cannot be counted with `np.bincount` or used as positions. Select them from `y_train` directly:
they stay integers.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            closest = np.zeros(k)
            closest[:] = self.y_train[np.argsort(dists[i])[:k]]
            y_pred[i] = np.bincount(closest).argmax()
        return y_pred
