"""When several labels have the same number of votes, yours is the largest of them; here the smallest wins.
If you sort or compare (votes, label) pairs, look at how equal votes are ordered.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels_ties"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            closest = list(self.y_train[np.argsort(dists[i])[:k]])
            y_pred[i] = max(closest, key=lambda label: (closest.count(label), label))
        return y_pred
