"""Where the input was negative, the output is `alpha · x`: what is its slope in x?"""

import numpy as np

MODULE = "learned_activations"
CHECK = "prelu"


def prelu_backward(dout, cache):
    x, _ = cache
    return np.where(x > 0, dout, 0.0), np.where(x > 0, 0.0, x * dout).sum(axis=0)
