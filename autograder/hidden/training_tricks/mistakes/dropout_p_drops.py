"""You read p as the probability of dropping (as some texts do). Here p is the probability of keeping: keep
where the uniform draw is below p, and divide by p.
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
    mask = (rng.random(x.shape) >= p) / (1 - p)
    return x * mask, (dropout_param, mask)
