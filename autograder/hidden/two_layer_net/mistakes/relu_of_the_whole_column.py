"""`np.max(x, 0)` is the largest entry of each column (0 is the axis). `np.maximum(x, 0)` compares every entry
with 0.
"""

import numpy as np

MODULE = "layers"
CHECK = "relu_forward"


def relu_forward(x):
    return np.max(x, 0), x
