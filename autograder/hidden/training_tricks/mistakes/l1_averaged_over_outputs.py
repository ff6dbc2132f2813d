"""Loss and gradient are averaged over the outputs, too. The outputs of an example are summed; only the
examples are averaged."""

import numpy as np

MODULE = "losses"
CHECK = "l1_loss"


def l1_loss(x, y):
    return np.abs(x - y).mean(), np.sign(x - y) / x.size
