"""The gradient is divided by the sum of squares itself. Take its square root: then the step has no unit of
the gradient left.
"""

import numpy as np

MODULE = "optim"
CHECK = "adagrad"


def adagrad(w, dw, config=None):
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    config["cache"] = config.get("cache", np.zeros_like(w)) + dw**2
    return w - config["learning_rate"] * dw / (config["cache"] + config["epsilon"]), config
