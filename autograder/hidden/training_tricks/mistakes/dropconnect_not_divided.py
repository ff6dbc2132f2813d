"""The weights that are kept are not divided by p, so that sums are larger at test time."""

import numpy as np

MODULE = "dropconnect"
CHECK = "dropconnect_forward"


def dropconnect_forward(x, w, b, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x @ w + b, (x, w, np.ones_like(w))
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = rng.random(w.shape) < p
    return x @ (w * mask) + b, (x, w, mask)
