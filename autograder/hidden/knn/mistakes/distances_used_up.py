"""Each neighbour that has voted gets the distance infinity, in the caller's array: the distances are spoilt
for the next k. Work on a copy, or sort.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            voters = []
            for _ in range(k):
                voters.append(int(np.argmin(dists[i])))
                dists[i, voters[-1]] = np.inf
            y_pred[i] = np.argmax(np.bincount(self.y_train[voters]))
        return y_pred
