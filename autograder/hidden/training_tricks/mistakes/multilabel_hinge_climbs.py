"""The gradient has the wrong sign. The derivative of 1 - y x with respect to x is -y."""

import numpy as np

MODULE = "losses"
CHECK = "multilabel_hinge_loss"


def multilabel_hinge_loss(x, y):
    margins = 1 - y * x
    return np.maximum(margins, 0).sum() / len(x), y * (margins > 0) / len(x)
