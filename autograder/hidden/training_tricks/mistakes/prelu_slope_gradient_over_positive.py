"""The slope acts on *negative* inputs only; you sum x · dout over all of them."""

import numpy as np

MODULE = "learned_activations"
CHECK = "prelu"


def prelu_backward(dout, cache):
    x, alpha = cache
    return np.where(x > 0, dout, alpha * dout), (x * dout).sum(axis=0)
