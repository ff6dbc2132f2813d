"""The nearest training point has no vote: you take the second to the (k + 1)-th. Leaving out the first
makes sense only when the test points are themselves in the training set.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            closest = list(self.y_train[np.argsort(dists[i])[1 : k + 1]])
            y_pred[i] = max(sorted(closest), key=closest.count)
        return y_pred
