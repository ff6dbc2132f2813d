"""Your gradients are 1, the local derivative. The chain rule multiplies it by `dout`, the gradient from
above.
"""

import numpy as np

MODULE = "gates"
CHECK = "add_gate"


def add_backward(dout, cache):
    return np.ones_like(dout), np.ones_like(dout)
