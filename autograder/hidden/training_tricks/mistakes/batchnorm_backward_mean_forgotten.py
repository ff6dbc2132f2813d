"""In dx the way through the mean is missing. Every x also moves the mean, which is subtracted from all
examples.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dvar = -(g * x_hat).sum(axis=0) / (2 * root**2)
    dx = g / root + 2 * x_hat * root * dvar / N
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
