"""You limit the rows of W. The weights that lead into unit j are its *column* j."""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_project"


def max_norm_project(W, max_norm):
    lengths = np.linalg.norm(W, axis=1, keepdims=True)
    return W * np.minimum(1, max_norm / lengths)
