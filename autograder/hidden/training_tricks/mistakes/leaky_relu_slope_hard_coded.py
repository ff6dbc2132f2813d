"""You use 0.01 whatever the argument `slope` says."""

import numpy as np

MODULE = "activations"
CHECK = "leaky_relu_slope"


def leaky_relu_forward(x, slope=0.01):
    return np.where(x > 0, x, 0.01 * x), (x, 0.01)
