"""Epsilon is always 1e-8, whatever config says. That is only the default: use config["epsilon"]."""

import numpy as np

MODULE = "optim"
CHECK = "adagrad_epsilon"


def adagrad(w, dw, config=None):
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    cache = config.get("cache", np.zeros_like(w)) + dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + 1e-8), config
