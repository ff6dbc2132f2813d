"""The sign in the exponent is lost: 1 / (1 + exp(x)) falls from 1 to 0. The sigmoid rises: 1 / (1 +
exp(-x)).
"""

import numpy as np

MODULE = "activations"
CHECK = "sigmoid"


def sigmoid_forward(x):
    out = 1 / (1 + np.exp(x))
    return out, out
