"""Going back through 1 / sqrt(var + eps) you multiply by the power -1/2 again. Its derivative is -½ (var +
eps)^(-3/2).
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dvar = -(g * x_hat).sum(axis=0) / 2
    dmean = -g.sum(axis=0) / root
    dx = g / root + 2 * x_hat * root * dvar / N + dmean / N
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
