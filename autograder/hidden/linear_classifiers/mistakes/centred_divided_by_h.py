"""All slopes are twice too large: from x - h to x + h the way is 2 h."""

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
        gradient[i] = (upper - lower) / h
    return gradient
