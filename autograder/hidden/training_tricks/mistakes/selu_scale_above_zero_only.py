"""λ multiplies the whole function. Where x is negative you have alpha (exp(x) - 1) without it."""

import numpy as np

MODULE = "activations"
CHECK = "selu"


def selu_forward(x):
    return np.where(x > 0, SELU_SCALE * x, SELU_ALPHA * np.expm1(np.minimum(x, 0))), x  # noqa: F821


def selu_backward(dout, cache):
    slope = np.where(cache > 0, SELU_SCALE, SELU_ALPHA * np.exp(np.minimum(cache, 0)))  # noqa: F821
    return dout * slope
