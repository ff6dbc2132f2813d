"""You limit single weights. Limited is the length of a unit's whole weight vector, whose direction stays."""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_project"


def max_norm_project(W, max_norm):
    return np.clip(W, -max_norm, max_norm)
