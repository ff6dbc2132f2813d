"""The loss is the sum of squares, and the gradient that of half of it. The derivative of a square is twice
the difference."""

import numpy as np

MODULE = "losses"
CHECK = "l2_loss"


def l2_loss(x, y):
    return np.sum((x - y) ** 2) / len(x), (x - y) / len(x)
