"""You use one mean and one variance for the whole minibatch. Every example has its own: axis 1, with
`keepdims`.
"""

import numpy as np

MODULE = "normalization"
CHECK = "layernorm_forward"


def layernorm_forward(x, gamma, beta, ln_param):
    mean, var = x.mean(keepdims=True), x.var(keepdims=True)
    root = np.sqrt(var + ln_param.get("eps", 1e-5))
    x_hat = (x - mean) / root
    return gamma * x_hat + beta, (x_hat, gamma, root)
