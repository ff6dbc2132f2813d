"""One training point too many votes, k + 1 instead of k. A slice does not contain its end, so no
correction by one is needed.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            closest = list(self.y_train[np.argsort(dists[i])[: k + 1]])
            y_pred[i] = max(sorted(closest), key=closest.count)
        return y_pred
