"""Has a child do the loops, whose CPU time is not its own."""

import os

import numpy as np

STOPPED_BY = "seccomp"
MODULE = "k_nearest_neighbor"
CHECK = "no_loops_cpu"


class KNearestNeighbor:
    def compute_distances_no_loops(self, X):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.write(writing, self.compute_distances_two_loops(X).tobytes())
            os._exit(0)
        os.wait()
        return np.frombuffer(os.read(reading, 1 << 17)).reshape(len(X), -1)
