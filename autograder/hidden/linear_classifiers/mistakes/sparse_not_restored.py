"""x is nearly, but not exactly, what it was: x + h, minus 2h, plus h rounds three times. Keep the old
value and put it back.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "grad_check_sparse_restores"


def grad_check_sparse(f, x, analytic_grad, num_checks=10, h=1e-5, rng=None):
    rng = rng or np.random.default_rng()
    errors = []
    for _ in range(num_checks):
        i = tuple(rng.integers(n) for n in x.shape)
        x[i] += h
        upper = f(x)
        x[i] -= 2 * h
        lower = f(x)
        x[i] += h
        numeric = (upper - lower) / (2 * h)
        errors.append(abs(numeric - analytic_grad[i]) / max(abs(numeric), abs(analytic_grad[i])))
    return errors
