"""beta is added before gamma multiplies. First scale, then shift: `gamma * x_hat + beta`."""

import numpy as np

MODULE = "normalization"
CHECK = "layernorm_forward"


def layernorm_forward(x, gamma, beta, ln_param):
    mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    root = np.sqrt(var + ln_param.get("eps", 1e-5))
    x_hat = (x - mean) / root
    return gamma * (x_hat + beta), (x_hat, gamma, root)
