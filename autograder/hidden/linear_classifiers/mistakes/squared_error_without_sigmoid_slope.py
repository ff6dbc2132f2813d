"""The chain rule stops one link early: this is the derivative for the sigmoid's output. For the score it
has one more factor, sigma(s) * (1 - sigma(s)) – the one that slows learning.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "squared_error_sigmoid"


def squared_error_sigmoid(s, t):
    out = 1 / (1 + np.exp(-s))
    return (out - t) ** 2, 2 * (out - t)
