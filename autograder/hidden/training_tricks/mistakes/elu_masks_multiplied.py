"""(x > 0) · x + (x <= 0) · alpha (exp(x) - 1) computes the exponential of large positive numbers, too:
infinity, and 0 times infinity is NaN. Use np.where, or take the exponential of min(x, 0).
"""

import numpy as np

MODULE = "activations"
CHECK = "elu_large"


def elu_forward(x, alpha=1.0):
    return (x > 0) * x + (x <= 0) * alpha * (np.exp(x) - 1), (x, alpha)


def elu_backward(dout, cache):
    x, alpha = cache
    return dout * ((x > 0) + (x <= 0) * alpha * np.exp(x))
