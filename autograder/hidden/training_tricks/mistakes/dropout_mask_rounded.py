"""Your mask is `round(rand + p)`, which is 1 with the probability p + ½ (if that is at most 1). Compare
instead: `rand < p`.
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
    mask = np.round(rng.random(x.shape) + p) / p
    return x * mask, (dropout_param, mask)
