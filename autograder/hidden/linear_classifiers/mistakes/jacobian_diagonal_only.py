"""Only the diagonal is filled. Every probability depends on every score, through the denominator: off the
diagonal stands -p[i] * p[j].
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_jacobian"


def softmax_jacobian(p):
    return np.diag(p * (1 - p))
