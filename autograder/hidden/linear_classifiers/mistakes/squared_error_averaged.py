"""You returned the mean over all entries. Here each score has a loss of its own: return arrays of the
shape of s.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "squared_error_sigmoid"


def squared_error_sigmoid(s, t):
    out = 1 / (1 + np.exp(-s))
    return np.mean((out - t) ** 2), 2 * (out - t) * out * (1 - out) / s.size
