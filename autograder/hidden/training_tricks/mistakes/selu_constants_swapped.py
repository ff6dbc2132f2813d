"""λ and alpha are swapped: λ = 1.0507… is the scale of the whole, alpha = 1.6732… that of the exponential."""

import numpy as np

MODULE = "activations"
CHECK = "selu"


def selu_forward(x):
    scale, alpha = SELU_ALPHA, SELU_SCALE  # noqa: F821
    return scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))), x


def selu_backward(dout, cache):
    scale, alpha = SELU_ALPHA, SELU_SCALE  # noqa: F821
    return dout * scale * np.where(cache > 0, 1.0, alpha * np.exp(np.minimum(cache, 0)))
