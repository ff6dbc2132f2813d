"""The sign is wrong: raising a score raises its own probability, so the diagonal p[i] * (1 - p[i]) is
positive, and lowers the others.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_jacobian"


def softmax_jacobian(p):
    return np.outer(p, p) - np.diag(p)
