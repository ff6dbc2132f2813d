"""The sum of squares begins anew at every step, so all steps are as long as the learning rate. Put it into
config["cache"].
"""

import numpy as np

MODULE = "optim"
CHECK = "adagrad"


def adagrad(w, dw, config=None):
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    cache = config.get("cache", np.zeros_like(w)) + dw**2
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + config["epsilon"]), config
