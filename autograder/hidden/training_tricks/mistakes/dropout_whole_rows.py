"""You keep or drop whole examples. Draw a mask of the shape of x, an entry for each unit of each example."""

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
    mask = (rng.random((len(x), *[1] * (x.ndim - 1))) < p) / p
    return x * mask, (dropout_param, mask)
