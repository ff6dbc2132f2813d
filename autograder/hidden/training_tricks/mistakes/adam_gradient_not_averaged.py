"""The step has the gradient of this minibatch on top. It should be m̂, their running mean; without it this
is RMSProp.
"""

import numpy as np

MODULE = "optim"
CHECK = "adam"


def adam(w, dw, config=None):
    config = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, **(config or {})}
    beta1, beta2, t = config["beta1"], config["beta2"], config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw**2
    config.update(m=m, v=v, t=t)
    v_hat = v / (1 - beta2**t)
    return w - config["learning_rate"] * dw / (np.sqrt(v_hat) + config["epsilon"]), config
