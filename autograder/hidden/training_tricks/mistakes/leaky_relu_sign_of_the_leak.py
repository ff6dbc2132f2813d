"""You multiply |x| by the slope where x is negative, so the output rises there to the left. It is slope · x,
which is negative.
"""

import numpy as np

MODULE = "activations"
CHECK = "leaky_relu"


def leaky_relu_forward(x, slope=0.01):
    return np.where(x > 0, x, slope * np.abs(x)), (x, slope)
