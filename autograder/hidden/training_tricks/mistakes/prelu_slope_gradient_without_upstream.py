"""You sum the negative inputs alone. Each is multiplied by its entry of `dout` first."""

import numpy as np

MODULE = "learned_activations"
CHECK = "prelu"


def prelu_backward(dout, cache):
    x, alpha = cache
    return np.where(x > 0, dout, alpha * dout), np.minimum(x, 0).sum(axis=0)
