"""Your mask holds uniform draws themselves. Compare them with p: the mask is 0 or 1 / p."""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_forward"


def dropout_forward(x, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x, (dropout_param, None)
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = rng.random(x.shape) / p
    return x * mask, (dropout_param, mask)
