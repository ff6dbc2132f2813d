"""λ is missing: this is ELU with a large alpha. SELU is λ times that, on both sides of 0."""

import numpy as np

MODULE = "activations"
CHECK = "selu"


def selu_forward(x):
    return np.where(x > 0, x, SELU_ALPHA * np.expm1(np.minimum(x, 0))), x  # noqa: F821


def selu_backward(dout, cache):
    return dout * np.where(cache > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(cache, 0)))  # noqa: F821
