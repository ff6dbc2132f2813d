"""Your formula subtracts sums over the minibatch where means belong: a factor of N is left over."""

MODULE = "normalization"
CHECK = "batchnorm_backward_alt"


def batchnorm_backward_alt(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - g.sum(axis=0) - x_hat * (g * x_hat).sum(axis=0)) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
