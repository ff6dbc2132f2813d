"""You divide by |a| + |b|, as some texts do. It differs from our max(|a|, |b|) by at most a factor of 2
and means the same.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "relative_error"
KEEPS = 1.0


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.abs(a) + np.abs(b)
    return np.max(np.abs(a - b) / np.where(size == 0, 1, size))
