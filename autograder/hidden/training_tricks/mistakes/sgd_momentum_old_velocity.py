"""w moves by the velocity from before this step, so the newest gradient comes one step late, and the first
step goes nowhere. Compute the new velocity first, then add that one.
"""

import numpy as np

MODULE = "optim"
CHECK = "sgd_momentum"


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    v = config.get("velocity", np.zeros_like(w))
    config["velocity"] = config["momentum"] * v - config["learning_rate"] * dw
    return w + v, config
