"""dgamma and dbeta have shape (1, D). A gradient has the shape of what it belongs to, (D,): sum without
`keepdims`.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward"


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    N, g = len(dout), dout * gamma
    dvar = -(g * x_hat).sum(axis=0) / (2 * root**2)
    dmean = -g.sum(axis=0) / root
    dx = g / root + 2 * x_hat * root * dvar / N + dmean / N
    return dx, (dout * x_hat).sum(axis=0, keepdims=True), dout.sum(axis=0, keepdims=True)
