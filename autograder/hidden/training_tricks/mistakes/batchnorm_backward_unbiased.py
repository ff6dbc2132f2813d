"""Going back through the variance you divide by N - 1. Forward, it was divided by N."""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dvar = -(g * x_hat).sum(axis=0) / (2 * root**2)
    dmean = -g.sum(axis=0) / root
    dx = g / root + 2 * x_hat * root * dvar / (N - 1) + dmean / N
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
