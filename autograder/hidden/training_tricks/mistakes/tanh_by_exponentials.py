"""(exp(x) - exp(-x)) / (exp(x) + exp(-x)) is infinity divided by infinity, NaN, once |x| is above 709.
np.tanh is safe.
"""

import numpy as np

MODULE = "activations"
CHECK = "tanh_large"


def tanh_forward(x):
    out = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return out, out
