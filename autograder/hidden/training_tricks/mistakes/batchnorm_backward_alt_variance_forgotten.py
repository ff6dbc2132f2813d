"""The term with x_hat is missing in your formula. It comes from the standard deviation: stretching all x
changes nothing, so dx has no part along x_hat.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward_alt"


def batchnorm_backward_alt(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - g.mean(axis=0)) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
