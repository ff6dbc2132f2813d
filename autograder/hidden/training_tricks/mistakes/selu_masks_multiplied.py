"""(x > 0) · x + (x <= 0) · alpha (exp(x) - 1) computes the exponential of large positive numbers, too:
infinity, and 0 times infinity is NaN. Use np.where, or take the exponential of min(x, 0).
"""

import numpy as np

MODULE = "activations"
CHECK = "selu_large"


def selu_forward(x):
    return SELU_SCALE * ((x > 0) * x + (x <= 0) * SELU_ALPHA * (np.exp(x) - 1)), x  # noqa: F821


def selu_backward(dout, cache):
    x = cache
    return dout * SELU_SCALE * ((x > 0) + (x <= 0) * SELU_ALPHA * np.exp(x))  # noqa: F821
