"""gamma is missing in dx: the output is gamma * x_hat + beta, so the gradient at x_hat is dout * gamma."""

MODULE = "normalization"
CHECK = "layernorm_backward"


def layernorm_backward(dout, cache):
    x_hat, _, root = cache
    g = dout
    dx = (g - g.mean(axis=1, keepdims=True) - x_hat * (g * x_hat).mean(axis=1, keepdims=True)) / root
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
