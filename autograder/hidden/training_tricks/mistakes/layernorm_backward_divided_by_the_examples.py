"""Your means in dx are sums over the D features divided by N. Their number is D."""

MODULE = "normalization"
CHECK = "layernorm_backward"


def layernorm_backward(dout, cache):
    x_hat, gamma, root = cache
    g = dout * gamma
    dx = (
        g - g.sum(axis=1, keepdims=True) / len(g) - x_hat * (g * x_hat).sum(axis=1, keepdims=True) / len(g)
    ) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
