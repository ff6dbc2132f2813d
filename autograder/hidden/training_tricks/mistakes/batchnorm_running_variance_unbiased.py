"""Your running variance is that of squared deviations divided by N - 1 (as some libraries do). Here it is
the variance that was used for the minibatch, divided by N.
"""

import numpy as np

MODULE = "normalization"
CHECK = "batchnorm_running"


def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "test":
        return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta, None
    mean, var = x.mean(axis=0), x.var(axis=0)
    root = np.sqrt(var + eps)
    x_hat = (x - mean) / root
    bn_param["running_mean"] = momentum * running_mean + (1 - momentum) * mean
    bn_param["running_var"] = momentum * running_var + (1 - momentum) * x.var(axis=0, ddof=1)
    return gamma * x_hat + beta, (x_hat, gamma, root)
