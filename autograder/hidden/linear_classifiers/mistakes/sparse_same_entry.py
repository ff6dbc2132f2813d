"""Again and again the same few entries are compared. Draw a new index for every comparison, along every
axis up to its own length.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "grad_check_sparse"


def grad_check_sparse(f, x, analytic_grad, num_checks=10, h=1e-5, rng=None):
    rng = rng or np.random.default_rng()
    errors = []
    for _ in range(num_checks):
        i = tuple(rng.integers(min(x.shape)) for _ in x.shape)
        old = x[i]
        x[i] = old + h
        upper = f(x)
        x[i] = old - h
        lower = f(x)
        x[i] = old
        numeric = (upper - lower) / (2 * h)
        errors.append(abs(numeric - analytic_grad[i]) / max(abs(numeric), abs(analytic_grad[i])))
    return errors
