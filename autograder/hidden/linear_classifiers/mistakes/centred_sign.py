"""The sign is wrong: a slope is (above - below) / 2h."""

import numpy as np

MODULE = "gradient_check"
CHECK = "eval_numerical_gradient"


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        upper = f(x)
        x[i] = old - h
        lower = f(x)
        x[i] = old
        gradient[i] = (lower - upper) / (2 * h)
    return gradient
