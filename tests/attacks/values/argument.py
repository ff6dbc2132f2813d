"""Returns what it was given."""

STOPPED_BY = "comparison"
MODULE = "k_nearest_neighbor"
CHECK = "predict_labels_ties predict_labels_k_one"


class KNearestNeighbor:
    def predict_labels(self, dists, k=1):
        return dists
