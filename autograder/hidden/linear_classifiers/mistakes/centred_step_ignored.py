"""The step h of the caller is not used: the function has a step of its own."""

import numpy as np

MODULE = "gradient_check"
CHECK = "eval_numerical_gradient"


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    h = 1e-5
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        upper = f(x)
        x[i] = old - h
        lower = f(x)
        x[i] = old
        gradient[i] = (upper - lower) / (2 * h)
    return gradient
