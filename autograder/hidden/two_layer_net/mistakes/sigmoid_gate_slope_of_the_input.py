"""You compute x (1 - x) of the input. In σ' = σ (1 - σ) it is the output of the gate that counts: keep that
in the cache.
"""

import numpy as np

MODULE = "gates"
CHECK = "sigmoid_gate"


def sigmoid_forward(x):
    return 1.0 / (1.0 + np.exp(-x)), x


def sigmoid_backward(dout, cache):
    x = cache
    return dout * x * (1.0 - x)
