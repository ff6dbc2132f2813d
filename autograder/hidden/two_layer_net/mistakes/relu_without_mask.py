"""The gradient passes everywhere. Where x is negative the output is 0 whatever x is, so the gradient must be
0 there.
"""

MODULE = "layers"
CHECK = "relu_backward"


def relu_backward(dout, cache):
    return 1.0 * dout
