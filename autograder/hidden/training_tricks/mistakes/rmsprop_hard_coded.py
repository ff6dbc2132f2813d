"""The decay rate is always 0.99, whatever config says. That is only the default: use config["decay_rate"]."""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop"


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    cache = 0.99 * config.get("cache", np.zeros_like(w)) + 0.01 * dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + config["epsilon"]), config
