"""You use the sigmoid's derivative, out (1 - out). That of tanh is 1 - out²."""

MODULE = "activations"
CHECK = "tanh"


def tanh_backward(dout, cache):
    return dout * cache * (1 - cache)
