"""exp(x) / (1 + exp(x)) is infinity divided by infinity, NaN, once x is above 709. Use exponents that are
never positive: 1 / (1 + exp(-x)) where x ≥ 0, and exp(x) / (1 + exp(x)) where x < 0.
"""

import numpy as np

MODULE = "activations"
CHECK = "sigmoid_large"


def sigmoid_forward(x):
    out = np.exp(x) / (1 + np.exp(x))
    return out, out
