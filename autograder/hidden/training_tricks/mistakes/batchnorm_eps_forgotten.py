"""You divide by the standard deviation without eps. A feature that is the same in the whole minibatch would
then be divided by zero: use `sqrt(var + eps)`.
"""

import numpy as np

MODULE = "normalization"
CHECK = "batchnorm_forward"


def batchnorm_forward(x, gamma, beta, bn_param):
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "test":
        return gamma * (x - running_mean) / np.sqrt(running_var) + beta, None
    mean, var = x.mean(axis=0), x.var(axis=0)
    root = np.sqrt(var)
    x_hat = (x - mean) / root
    bn_param["running_mean"] = momentum * running_mean + (1 - momentum) * mean
    bn_param["running_var"] = momentum * running_var + (1 - momentum) * var
    return gamma * x_hat + beta, (x_hat, gamma, root)
