"""In dx the way through the variance is missing. Every entry of an example also moves its standard
deviation.
"""

MODULE = "normalization"
CHECK = "layernorm_backward"


def layernorm_backward(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - g.mean(axis=1, keepdims=True)) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
