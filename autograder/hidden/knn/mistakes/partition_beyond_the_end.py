"""np.argpartition(row, k) asks for the element at position k, which does not exist when all N images vote.
Partition at k - 1, or sort.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels_k_all"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            nearest = np.argpartition(dists[i], k)[:k]
            y_pred[i] = np.argmax(np.bincount(self.y_train[nearest]))
        return y_pred
