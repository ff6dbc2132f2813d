"""In dx the way through the variance is missing. Every x also moves the standard deviation that all examples
are divided by.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dmean = -g.sum(axis=0) / root
    dx = g / root + dmean / N
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
