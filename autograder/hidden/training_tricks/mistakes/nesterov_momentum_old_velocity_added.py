"""The old velocity is added. w is ahead by mu times the old velocity: that is taken back first, with a
minus.
"""

import numpy as np

MODULE = "optim"
CHECK = "nesterov_momentum"


def nesterov_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    mu, old = config["momentum"], config.get("velocity", np.zeros_like(w))
    v = mu * old - config["learning_rate"] * dw
    config["velocity"] = v
    return w + mu * old + (1 + mu) * v, config
