"""dgamma and dbeta are means over the minibatch. They are sums: gamma and beta act on every example, and
branches add up (the loss has divided by N already).
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dvar = -(g * x_hat).sum(axis=0) / (2 * root**2)
    dmean = -g.sum(axis=0) / root
    dx = g / root + 2 * x_hat * root * dvar / N + dmean / N
    return dx, (dout * x_hat).mean(axis=0), dout.mean(axis=0)
