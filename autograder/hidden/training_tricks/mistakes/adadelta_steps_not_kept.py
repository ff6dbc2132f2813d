"""The mean of squared steps is 0 at every step, so that no step can grow. Put it into config["delta"]."""

import numpy as np

MODULE = "optim"
CHECK = "adadelta"


def adadelta(w, dw, config=None):
    config = {"learning_rate": 1.0, "decay_rate": 0.95, "epsilon": 1e-6, **(config or {})}
    rho, eps = config["decay_rate"], config["epsilon"]
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    delta = config.get("delta", np.zeros_like(w))
    change = -np.sqrt((delta + eps) / (cache + eps)) * dw
    config.update(cache=cache)
    return w + config["learning_rate"] * change, config
