"""Your squared error has the factor ½, in the loss and in the derivative alike, as many texts write it.
That is consistent; here it is (sigma(s) - t)², without the factor.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "squared_error_sigmoid"
KEEPS = 0.9


def squared_error_sigmoid(s, t):
    out = 1 / (1 + np.exp(-s))
    return (out - t) ** 2 / 2, (out - t) * out * (1 - out)
