"""The derivative of the sigmoid has two factors, σ(x) and 1 - σ(x); one of them is missing."""

MODULE = "activations"
CHECK = "sigmoid"


def sigmoid_backward(dout, cache):
    return dout * (1 - cache)
