"""exp(s) / (1 + exp(s)) is inf / inf = NaN for large s. Use the exponential of -|s|, which never
overflows: 1 / (1 + e) for s >= 0 and e / (1 + e) for s < 0.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "squared_error_sigmoid_stable"


def squared_error_sigmoid(s, t):
    out = np.exp(s) / (1 + np.exp(s))
    return (out - t) ** 2, 2 * (out - t) * out * (1 - out)
