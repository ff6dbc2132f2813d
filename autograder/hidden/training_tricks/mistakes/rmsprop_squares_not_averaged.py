"""The new square enters with weight 1, not 1 - decay_rate: the cache is no mean, and all steps are too
short.
"""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop"


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    cache = config["decay_rate"] * config.get("cache", np.zeros_like(w)) + dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + config["epsilon"]), config
