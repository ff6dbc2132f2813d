"""Has a thread do the loops, and returns an array that it fills in the meantime."""

import threading

import numpy as np

STOPPED_BY = "seccomp"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        dists = np.zeros((len(X), len(self.X_train)))
        fill = threading.Thread(target=lambda: dists.__setitem__(..., self.compute_distances_two_loops(X)))
        fill.start()
        return dists
