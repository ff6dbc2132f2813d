"""Where all gradients so far were 0 you divide 0 by 0: NaN. Add config["epsilon"] to the root."""

import numpy as np

MODULE = "optim"
CHECK = "rmsprop_epsilon"


def rmsprop(w, dw, config=None):
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    rho = config["decay_rate"]
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / np.sqrt(cache), config
