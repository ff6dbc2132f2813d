"""The gradient has the wrong sign: it is the sign of x - y, not of y - x."""

import numpy as np

MODULE = "losses"
CHECK = "l1_loss"


def l1_loss(x, y):
    return np.abs(x - y).sum() / len(x), np.sign(y - x) / len(x)
