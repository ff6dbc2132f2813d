"""Where both numbers are 0 you divide 0 by 0, which is NaN. Two zeros agree: the error is 0."""

import numpy as np

MODULE = "gradient_check"
CHECK = "relative_error_zero"


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / size)
