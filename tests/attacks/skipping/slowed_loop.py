"""Slows its own loop, so that another loop is many times faster."""

import time

STOPPED_BY = "cpu"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_two_loops(self, X):
        end = time.process_time() + 0.2
        while time.process_time() < end:
            pass
        return self.compute_distances_one_loop(X)

    def compute_distances_no_loops(self, X):
        return self.compute_distances_one_loop(X)
