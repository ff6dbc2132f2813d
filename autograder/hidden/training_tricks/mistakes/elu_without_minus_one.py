"""Where x is negative ELU is alpha (exp(x) - 1); your - 1 is missing, so the function jumps by alpha at 0."""

import numpy as np

MODULE = "activations"
CHECK = "elu"


def elu_forward(x, alpha=1.0):
    return np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0))), (x, alpha)
