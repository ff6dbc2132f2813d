"""You return the mask, the local slope of 0 or 1. By the chain rule it is multiplied by `dout`, the gradient
from above.
"""

import numpy as np

MODULE = "activations"
CHECK = "relu"


def relu_backward(dout, cache):
    return np.where(cache > 0, 1.0, 0.0)
