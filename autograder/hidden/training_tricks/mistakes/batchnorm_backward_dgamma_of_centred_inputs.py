"""dgamma is taken with the inputs minus their mean. gamma multiplies x_hat, which is divided by the standard
deviation, too.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dvar = -(g * x_hat).sum(axis=0) / (2 * root**2)
    dmean = -g.sum(axis=0) / root
    dx = g / root + 2 * x_hat * root * dvar / N + dmean / N
    return dx, (dout * x_hat * root).sum(axis=0), dout.sum(axis=0)
