"""You write into the W that was given. Return a new array."""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_zero_column"


def max_norm_project(W, max_norm):
    W *= max_norm / np.maximum(np.linalg.norm(W, axis=0), max_norm)
    return W
