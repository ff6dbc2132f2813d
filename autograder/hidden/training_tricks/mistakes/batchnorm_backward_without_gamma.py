"""gamma is missing in dx: the output is gamma * x_hat + beta, so the gradient at x_hat is dout * gamma."""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, _, root = cache
    N, g = len(dout), dout
    dvar = -(g * x_hat).sum(axis=0) / (2 * root**2)
    dmean = -g.sum(axis=0) / root
    dx = g / root + 2 * x_hat * root * dvar / N + dmean / N
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
