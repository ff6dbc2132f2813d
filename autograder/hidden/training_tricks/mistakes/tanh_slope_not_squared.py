"""The derivative of tanh is 1 - tanh(x)²; you forgot to square."""

MODULE = "activations"
CHECK = "tanh"


def tanh_backward(dout, cache):
    return dout * (1 - cache)
