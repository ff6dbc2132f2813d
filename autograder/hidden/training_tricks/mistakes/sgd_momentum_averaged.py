"""The gradient is multiplied by 1 - momentum, as in a running mean. Here the velocity is a sum that decays:
v = momentum * v - learning_rate * dw.
"""

import numpy as np

MODULE = "optim"
CHECK = "sgd_momentum"


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    mu = config["momentum"]
    v = mu * config.get("velocity", np.zeros_like(w)) - (1 - mu) * config["learning_rate"] * dw
    config["velocity"] = v
    return w + v, config
