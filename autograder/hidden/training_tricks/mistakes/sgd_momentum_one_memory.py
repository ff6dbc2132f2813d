"""The velocity is kept outside of config, so all parameters of a network share one. Keep it in config: each
parameter has its own.
"""

import numpy as np

MODULE = "optim"
CHECK = "sgd_momentum_of_two_parameters"


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    v = getattr(sgd_momentum, "velocity", 0.0)
    v = v if np.shape(v) == w.shape else np.zeros_like(w)
    sgd_momentum.velocity = config["momentum"] * v - config["learning_rate"] * dw
    return w + sgd_momentum.velocity, config
