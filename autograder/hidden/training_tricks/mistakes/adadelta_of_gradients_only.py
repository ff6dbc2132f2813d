"""d is a mean of squared gradients. It is that of squared steps, Δ."""

import numpy as np

MODULE = "optim"
CHECK = "adadelta"


def adadelta(w, dw, config=None):
    config = {"learning_rate": 1.0, "decay_rate": 0.95, "epsilon": 1e-6, **(config or {})}
    rho, eps = config["decay_rate"], config["epsilon"]
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    delta = config.get("delta", np.zeros_like(w))
    change = -np.sqrt((delta + eps) / (cache + eps)) * dw
    config.update(cache=cache, delta=rho * delta + (1 - rho) * dw**2)
    return w + config["learning_rate"] * change, config
