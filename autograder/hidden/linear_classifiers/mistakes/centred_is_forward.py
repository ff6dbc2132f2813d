"""This is the forward difference, whose error shrinks only like h. Take f(x + h) and f(x - h) on both
sides: then it shrinks like h².
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "eval_numerical_gradient"


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    gradient = np.zeros_like(x)
    old_f = f(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        gradient[i] = (f(x) - old_f) / h
        x[i] = old
    return gradient
