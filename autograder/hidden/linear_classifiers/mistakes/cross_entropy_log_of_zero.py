"""For large scores sigma(s) is exactly 0 or 1 in floating point; then log(0) is -inf and 0 * log(0) is
NaN. Write both logarithms with log(1 + exp(-|s|)), which never overflows.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "cross_entropy_sigmoid_stable"


def cross_entropy_sigmoid(s, t):
    out = 1 / (1 + np.exp(-s))
    return -t * np.log(out) - (1 - t) * np.log(1 - out), out - t
