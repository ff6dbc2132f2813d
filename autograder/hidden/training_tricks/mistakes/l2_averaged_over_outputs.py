"""Loss and gradient are averaged over the outputs, too. The outputs of an example are summed; only the
examples are averaged."""

import numpy as np

MODULE = "losses"
CHECK = "l2_loss"


def l2_loss(x, y):
    return np.mean((x - y) ** 2), 2 * (x - y) / x.size
