"""`dropout_param["seed"]` has no effect. With a seed the mask must be the same in every call, or gradients
cannot be checked.
"""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_seed"


def dropout_forward(x, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x, (dropout_param, None)
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = (rng.random(x.shape) < p) / p
    return x * mask, (dropout_param, mask)
