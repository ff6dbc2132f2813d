"""x is nearly, but not exactly, what it was: x + h, minus 2h, plus h rounds three times. Keep the old
value and put it back.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "eval_numerical_gradient_restores"


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        upper = f(x)
        x[i] -= 2 * h
        lower = f(x)
        x[i] += h
        gradient[i] = (upper - lower) / (2 * h)
    return gradient
