"""You multiply `x` in place. The minibatch belongs to the caller: write `x * mask`."""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_images"


def dropout_forward(x, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x, (dropout_param, None)
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = (rng.random(x.shape) < p) / p
    x *= mask
    return x, (dropout_param, mask)
