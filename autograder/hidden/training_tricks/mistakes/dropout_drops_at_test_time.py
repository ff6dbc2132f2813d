"""You drop entries at test time, too, so that the same image gets other scores every time. In the mode
"test" the output is the input.
"""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_test_time"


def dropout_forward(x, dropout_param, rng=None):
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = (rng.random(x.shape) < p) / p
    return x * mask, (dropout_param, mask)
