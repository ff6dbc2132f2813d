"""Epsilon is always 1e-8, whatever config says. That is only the default: use config["epsilon"]."""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop_epsilon"


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    rho = config["decay_rate"]
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + 1e-8), config
