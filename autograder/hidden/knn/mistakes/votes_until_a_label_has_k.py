"""You go on from neighbour to neighbour until one label has k votes. Exactly k neighbours vote, and the
label with most votes wins, however few those are.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i in range(len(dists)):
            closest = list(self.y_train[np.argsort(dists[i])])
            votes = dict.fromkeys(closest, 0)
            for label in closest:
                votes[label] += 1
                if votes[label] == k:
                    break
            y_pred[i] = max(sorted(votes), key=votes.__getitem__)
        return y_pred
