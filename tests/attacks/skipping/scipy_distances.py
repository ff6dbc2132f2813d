"""Has SciPy compute the distances."""

STOPPED_BY = "imports"
MODULE = "k_nearest_neighbor"
CHECK = "compute_distances_no_loops no_loops_uint8"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        from scipy.spatial.distance import cdist

        return cdist(X, self.X_train)
