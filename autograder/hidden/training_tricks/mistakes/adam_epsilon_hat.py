"""You add epsilon to the root of the uncorrected v and put the corrections into the learning rate. The paper
allows for this form, with an epsilon of its own, and it is accepted.
"""

import numpy as np

MODULE = "optim"
CHECK = "adam_epsilon"
KEEPS = 1.0


def adam(w, dw, config=None):
    config = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, **(config or {})}
    beta1, beta2, t = config["beta1"], config["beta2"], config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw**2
    config.update(m=m, v=v, t=t)
    rate = config["learning_rate"] * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - rate * m / (np.sqrt(v) + config["epsilon"]), config
