"""Your epsilon stands inside the root. Many books and programs have it so, and it is accepted."""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop_epsilon"
KEEPS = 1.0


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    rho = config["decay_rate"]
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / np.sqrt(cache + config["epsilon"]), config
