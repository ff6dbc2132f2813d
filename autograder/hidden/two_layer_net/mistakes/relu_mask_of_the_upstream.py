"""You set the gradient to 0 where dout is negative. It is x that decides: the gradient passes where the input
was positive.
"""

MODULE = "layers"
CHECK = "relu_backward"


def relu_backward(dout, cache):
    return dout * (dout > 0)
