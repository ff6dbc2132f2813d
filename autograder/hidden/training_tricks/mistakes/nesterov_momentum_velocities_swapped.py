"""Old and new velocity have changed places: go back by mu times the old one, then forward by 1 + mu times
the new one.
"""

import numpy as np

MODULE = "optim"
CHECK = "nesterov_momentum"


def nesterov_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    mu, old = config["momentum"], config.get("velocity", np.zeros_like(w))
    v = mu * old - config["learning_rate"] * dw
    config["velocity"] = v
    return w - mu * v + (1 + mu) * old, config
