"""You limit the norm of the whole matrix. Every unit, a column of W, has a limit of its own."""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_project"


def max_norm_project(W, max_norm):
    return W * min(1, max_norm / np.linalg.norm(W))
