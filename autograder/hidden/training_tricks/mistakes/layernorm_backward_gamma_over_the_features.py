"""You sum dgamma and dbeta over the features. gamma and beta have one entry for each feature and act on all
examples, as in batch normalization: axis 0.
"""

MODULE = "normalization"
CHECK = "layernorm_backward"


def layernorm_backward(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - g.mean(axis=1, keepdims=True) - x_hat * (g * x_hat).mean(axis=1, keepdims=True)) / root
    return dx, (dout * x_hat).sum(axis=1), dout.sum(axis=1)
