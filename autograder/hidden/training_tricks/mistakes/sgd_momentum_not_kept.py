"""The velocity is 0 again at every step, so this is plain gradient descent. Put the new velocity into config
before you return it, under the very name that you read it by: "velocity".
"""

import numpy as np

MODULE = "optim"
CHECK = "sgd_momentum"


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    v = config["momentum"] * config.get("velocity", np.zeros_like(w)) - config["learning_rate"] * dw
    return w + v, config
