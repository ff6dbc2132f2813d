"""Loss and gradient are summed over the examples. Divide both by N."""

import numpy as np

MODULE = "losses"
CHECK = "multilabel_hinge_loss"


def multilabel_hinge_loss(x, y):
    margins = 1 - y * x
    return np.maximum(margins, 0).sum(), -y * (margins > 0)
