"""You multiply by p at test time. That belongs to vanilla dropout; here training has divided by p already,
and testing changes nothing.
"""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_test_time"


def dropout_forward(x, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x * dropout_param["p"], (dropout_param, None)
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = (rng.random(x.shape) < p) / p
    return x * mask, (dropout_param, mask)
