"""Some of these are not the relative errors at the drawn entries: compare the centred difference at an
entry with analytic_grad at the same entry, divided by the larger magnitude.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "grad_check_sparse"


def grad_check_sparse(f, x, analytic_grad, num_checks=10, h=1e-5, rng=None):
    rng = rng or np.random.default_rng()
    errors = []
    for _ in range(num_checks):
        i = tuple(rng.integers(n) for n in x.shape)
        old = x[i]
        x[i] = old + h
        upper = f(x)
        x[i] = old - h
        lower = f(x)
        x[i] = old
        numeric = (upper - lower) / (2 * h)
        errors.append(abs(numeric - analytic_grad[i]))
    return errors
