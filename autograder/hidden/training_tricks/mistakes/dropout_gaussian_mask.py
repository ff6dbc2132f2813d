"""Your mask compares Gaussian draws with p. Draw uniformly from 0 to 1 (`rng.random`): then a draw is below
p with the probability p.
"""

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
    mask = (rng.normal(size=x.shape) < p) / p
    return x * mask, (dropout_param, mask)
