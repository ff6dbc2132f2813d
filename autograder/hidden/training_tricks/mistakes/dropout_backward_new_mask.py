"""You draw a new mask for the way back. Use that of the forward pass, which is in the cache."""

import numpy as np

MODULE = "dropout"
CHECK = "dropout_backward"


def dropout_backward(dout, cache):
    dropout_param, _ = cache
    if dropout_param["mode"] == "test":
        return dout
    return dout * (np.random.default_rng(0).random(dout.shape) < dropout_param["p"]) / dropout_param["p"]
