"""Weights are switched off at test time, too. In the mode "test" all are used, as they are."""

import numpy as np

MODULE = "dropconnect"
CHECK = "dropconnect_test_time"


def dropconnect_forward(x, w, b, dropout_param, rng=None):
    if "seed" in dropout_param:
        rng = np.random.default_rng(dropout_param["seed"])
    rng = rng or np.random.default_rng()
    p = dropout_param["p"]
    mask = (rng.random(w.shape) < p) / p
    return x @ (w * mask) + b, (x, w, mask)
