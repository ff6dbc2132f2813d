"""You take the sum of squares for the length. The length is its square root."""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_project"


def max_norm_project(W, max_norm):
    return W * np.minimum(1, max_norm / np.sum(W**2, axis=0))
