"""You use the other convention, half of the squared differences with the gradient (x - y) / N. That is
consistent and costs nothing; here the loss has no ½."""

import numpy as np

MODULE = "losses"
CHECK = "l2_loss"
KEEPS = 1.0


def l2_loss(x, y):
    return 0.5 * np.sum((x - y) ** 2) / len(x), (x - y) / len(x)
