"""The loops run over rows and columns, so only matrices work. np.ndindex(x.shape) or np.nditer goes
through an array of any shape.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "eval_numerical_gradient_shapes"


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    gradient = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            old = x[i, j]
            x[i, j] = old + h
            upper = f(x)
            x[i, j] = old - h
            lower = f(x)
            x[i, j] = old
            gradient[i, j] = (upper - lower) / (2 * h)
    return gradient
