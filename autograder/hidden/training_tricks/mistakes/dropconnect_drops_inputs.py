"""You switch inputs off, which is dropout: all weights that leave an input go together. DropConnect draws an
entry of the mask for each weight.
"""

import numpy as np

MODULE = "dropconnect"
CHECK = "dropconnect_forward"


def dropconnect_forward(x, w, b, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return x @ w + b, (x, w, np.ones_like(w))
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = (rng.random((len(w), 1)) < p) / p
    return x @ (w * mask) + b, (x, w, mask)
