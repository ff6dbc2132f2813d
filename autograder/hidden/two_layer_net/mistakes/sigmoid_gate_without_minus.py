"""Your sigmoid falls where it should rise: the exponent is -x, with its minus."""

import numpy as np

MODULE = "gates"
CHECK = "sigmoid_gate"


def sigmoid_forward(x):
    out = 1.0 / (1.0 + np.exp(x))
    return out, out
