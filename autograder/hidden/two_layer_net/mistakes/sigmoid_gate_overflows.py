"""For x = 1000 you divide infinity by infinity, which is NaN. `1 / (1 + np.exp(-x))` has no such quotient,
and an exponential of -|x| can never overflow.
"""

import numpy as np

MODULE = "gates"
CHECK = "sigmoid_large"


def sigmoid_forward(x):
    out = np.exp(x) / (1.0 + np.exp(x))
    return out, out
