"""The derivative where x is negative is the output plus *alpha*; you add 1, which is right for alpha = 1
only.
"""

import numpy as np

MODULE = "activations"
CHECK = "elu_alpha"


def elu_backward(dout, cache):
    x, alpha = cache
    return dout * np.where(x > 0, 1.0, alpha * np.expm1(np.minimum(x, 0)) + 1)
