"""The gradient enters the velocity without the learning rate."""

import numpy as np

MODULE = "optim"
CHECK = "sgd_momentum"


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    v = config["momentum"] * config.get("velocity", np.zeros_like(w)) - dw
    config["velocity"] = v
    return w + v, config
