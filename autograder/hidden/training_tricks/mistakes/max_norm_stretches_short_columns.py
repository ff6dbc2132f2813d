"""All columns get the length `max_norm`. Only those that are longer are changed."""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_project"


def max_norm_project(W, max_norm):
    return W * max_norm / np.linalg.norm(W, axis=0)
