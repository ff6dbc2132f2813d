"""You read p as the probability of dropping. Here it is that of keeping."""

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
    mask = (rng.random(w.shape) >= p) / (1 - p)
    return x @ (w * mask) + b, (x, w, mask)
