"""Your epsilon stands inside the root. Many books and programs have it so, and it is accepted."""

import numpy as np

MODULE = "optim"
CHECK = "adagrad_epsilon"
KEEPS = 1.0


def adagrad(w, dw, config=None):
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    cache = config.get("cache", np.zeros_like(w)) + dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / np.sqrt(cache + config["epsilon"]), config
