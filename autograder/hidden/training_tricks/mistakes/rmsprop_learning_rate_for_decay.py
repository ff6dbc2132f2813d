"""The new square is weighted by the learning rate. Its weight is 1 - decay_rate; with the defaults 0.01 and
1 - 0.99 both happen to be the same number.
"""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop"


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    cache = config["decay_rate"] * config.get("cache", np.zeros_like(w)) + config["learning_rate"] * dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + config["epsilon"]), config
