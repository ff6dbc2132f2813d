"""dgamma and dbeta have shape (1, D). A gradient has the shape of what it belongs to, (D,): sum without
`keepdims`.
"""

MODULE = "normalization"
CHECK = "layernorm_backward"


def layernorm_backward(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (g - g.mean(axis=1, keepdims=True) - x_hat * (g * x_hat).mean(axis=1, keepdims=True)) / root
    return dx, (dout * x_hat).sum(axis=0, keepdims=True), dout.sum(axis=0, keepdims=True)
