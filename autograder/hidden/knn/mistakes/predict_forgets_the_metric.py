"""The distances are Euclidean although another metric was asked for: look at what `metric` says."""

MODULE = "k_nearest_neighbor"
CHECK = "predict_metric"


class KNearestNeighbor:
    def predict(self, X, k=1, num_loops=0, metric="l2"):
        return self.predict_labels(self.compute_distances_no_loops(X), k=k)
