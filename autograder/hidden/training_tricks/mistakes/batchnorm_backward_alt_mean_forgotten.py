"""The mean of g is missing in your formula. It comes from the mean that was subtracted: adding the same to
all x changes nothing, so the column sums of dx are 0.
"""

MODULE = "normalization"
CHECK = "batchnorm_backward_alt"


def batchnorm_backward_alt(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - x_hat * (g * x_hat).mean(axis=0)) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
