"""The gradient is that of a squared difference. An absolute value has the slope 1 or -1, however large it
is: the sign of x - y."""

import numpy as np

MODULE = "losses"
CHECK = "l1_loss"


def l1_loss(x, y):
    return np.abs(x - y).sum() / len(x), (x - y) / len(x)
