"""All entries are moved at once, which gives one slope along the diagonal. A partial derivative moves one
entry and holds the others.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "eval_numerical_gradient"


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))
