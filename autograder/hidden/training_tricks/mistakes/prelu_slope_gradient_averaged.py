"""You average the gradient of the slopes over the minibatch. It is a sum: dout already holds whatever 1 / N
the loss has.
"""

import numpy as np

MODULE = "learned_activations"
CHECK = "prelu"


def prelu_backward(dout, cache):
    x, alpha = cache
    return np.where(x > 0, dout, alpha * dout), np.where(x > 0, 0.0, x * dout).mean(axis=0)
