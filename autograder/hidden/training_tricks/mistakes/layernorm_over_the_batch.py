"""You take mean and variance over the minibatch, which is batch normalization. Layer normalization takes
those of each example's features: axis 1, with `keepdims`.
"""

import numpy as np

MODULE = "normalization"
CHECK = "layernorm_forward"


def layernorm_forward(x, gamma, beta, ln_param):
    mean, var = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    root = np.sqrt(var + ln_param.get("eps", 1e-5))
    x_hat = (x - mean) / root
    return gamma * x_hat + beta, (x_hat, gamma, root)
