"""Backward you let nothing through where x is negative, as ReLU does. A leaky ReLU lets `slope` times the
gradient through: that is what keeps its units alive.
"""

MODULE = "activations"
CHECK = "leaky_relu"


def leaky_relu_backward(dout, cache):
    x, _ = cache
    return dout * (x > 0)
