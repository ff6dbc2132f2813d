"""The running statistics are those of the last minibatch. They are to forget slowly: `momentum * running +
(1 - momentum) * batch`.
"""

import numpy as np

MODULE = "normalization"
CHECK = "batchnorm_running"


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "test":
        return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta, None
    mean, var = x.mean(axis=0), x.var(axis=0)
    root = np.sqrt(var + eps)
    x_hat = (x - mean) / root
    bn_param["running_mean"] = mean
    bn_param["running_var"] = var
    return gamma * x_hat + beta, (x_hat, gamma, root)
