"""The squares are summed as in AdaGrad. RMSProp takes their running mean: decay_rate * cache + (1 -
decay_rate) * dw**2.
"""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop"


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    cache = config.get("cache", np.zeros_like(w)) + dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + config["epsilon"]), config
