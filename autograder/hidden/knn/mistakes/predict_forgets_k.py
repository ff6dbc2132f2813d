"""`predict` does not hand k on to the vote, so the default k = 1 is used."""

MODULE = "k_nearest_neighbor"
CHECK = "predict"


class KNearestNeighbor:
    def predict(self, X, k=1, num_loops=0, metric="l2"):
        return self.predict_labels(self.compute_distances_no_loops(X))
