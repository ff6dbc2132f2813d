"""You divide by |b| alone, so that the order of the two matters and the error is huge when b is nearly 0.
Divide by the larger of |a| and |b|.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "relative_error"


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.abs(b)
    return np.max(np.abs(a - b) / np.where(size == 0, 1, size))
