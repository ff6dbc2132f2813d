"""dx is not divided by the standard deviation, as x was on the way forward."""

MODULE = "normalization"
CHECK = "batchnorm_backward_alt"


def batchnorm_backward_alt(dout, cache):
    x_hat, gamma, _ = cache
    g = dout * gamma
    dx = g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
