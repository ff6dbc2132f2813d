"""You use alpha = 1 whatever the argument says."""

import numpy as np

MODULE = "activations"
CHECK = "elu_alpha"


def elu_forward(x, alpha=1.0):
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0))), (x, 1.0)
