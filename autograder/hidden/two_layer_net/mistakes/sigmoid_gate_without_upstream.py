"""Your gradient is the local derivative σ (1 - σ). The chain rule multiplies it by `dout`, the gradient from
above.
"""

MODULE = "gates"
CHECK = "sigmoid_gate"


def sigmoid_backward(dout, cache):
    return cache * (1.0 - cache)
