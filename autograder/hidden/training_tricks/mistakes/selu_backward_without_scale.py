"""Forward you have λ, backward you forgot it: a constant factor of a function is one of its derivative."""

import numpy as np

MODULE = "activations"
CHECK = "selu"


def selu_backward(dout, cache):
    return dout * np.where(cache > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(cache, 0)))  # noqa: F821
