"""`dx = dout` gives the same array a second name, and `dx[x <= 0] = 0` then changes dout, too. Copy it, or
multiply: `dout * (x > 0)`.
"""

MODULE = "activations"
CHECK = "relu_keeps_its_arguments"


def relu_backward(dout, cache):
    dx = dout
    dx[cache <= 0] = 0
    return dx
