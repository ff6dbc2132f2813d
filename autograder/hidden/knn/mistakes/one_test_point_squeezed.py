"""The distances were squeezed: with a single test image the first axis is lost, and there is no axis of test
images left to loop over. Keep both axes.
"""

import numpy as np

MODULE = "k_nearest_neighbor"
CHECK = "predict_labels_one_test_point"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        rows = np.squeeze(dists)
        nearest = self.y_train[np.argsort(rows)[..., :k]]
        return np.apply_along_axis(lambda labels: np.argmax(np.bincount(labels)), -1, nearest)
