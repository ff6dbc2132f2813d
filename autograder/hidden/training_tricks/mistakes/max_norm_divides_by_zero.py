"""A column of zeros becomes NaN: you divide it by its length, 0. Columns that are short enough need no
division.
"""

import numpy as np

MODULE = "penalties"
CHECK = "max_norm_zero_column"


def max_norm_project(W, max_norm):
    lengths = np.linalg.norm(W, axis=0)
    return W / lengths * np.minimum(lengths, max_norm)
