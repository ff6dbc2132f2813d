"""The velocity is 0 again at every step. Put the new one into config["velocity"] before you return."""

import numpy as np

MODULE = "optim"
CHECK = "nesterov_momentum"


def nesterov_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    mu, old = config["momentum"], config.get("velocity", np.zeros_like(w))
    v = mu * old - config["learning_rate"] * dw
    return w - mu * old + (1 + mu) * v, config
