"""In dx you take means over the minibatch, as in batch normalization. Here mean and variance were those of
each example: axis 1, with `keepdims`.
"""

MODULE = "normalization"
CHECK = "layernorm_backward"


def layernorm_backward(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
