"""Every call drops the same entries, since the generator is made anew with the same seed. Use the seed of
`dropout_param` if there is one, otherwise `rng` as it is.
"""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_seed"


def dropout_forward(x, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x, (dropout_param, None)
    rng = np.random.default_rng(dropout_param.get("seed", 0))
    p = dropout_param["p"]
    mask = (rng.random(x.shape) < p) / p
    return x * mask, (dropout_param, mask)
