"""The larger of a and b is not the larger magnitude: for negative numbers it is the smaller one, and the
error becomes negative. Take max(|a|, |b|).
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "relative_error"


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.maximum(a, b)
    return np.max(np.abs(a - b) / np.where(size == 0, 1, size))
