"""This is the absolute difference. 1e-4 is a small error of a gradient of 100 and a hopeless one of 1e-5:
divide by the larger of the two magnitudes.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "relative_error"


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b))
