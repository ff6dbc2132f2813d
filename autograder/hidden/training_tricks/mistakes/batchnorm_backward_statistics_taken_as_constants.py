"""You treat mean and variance as constants. Both depend on every x: two more ways from x to the output,
whose gradients add up.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = g / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
