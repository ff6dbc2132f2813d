"""The derivative has the factor sigma(s) * (1 - sigma(s)) once too often. In the cross-entropy it
cancels: what is left is sigma(s) - t, which is large where the output is very wrong.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "cross_entropy_sigmoid"


def cross_entropy_sigmoid(s, t):
    out = 1 / (1 + np.exp(-s))
    return -t * np.log(out) - (1 - t) * np.log(1 - out), (out - t) * out * (1 - out)
