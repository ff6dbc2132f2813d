"""One number is returned. The caller wants the error of every comparison, num_checks of them."""

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
        errors.append(abs(numeric - analytic_grad[i]) / max(abs(numeric), abs(analytic_grad[i])))
    return [max(errors)]
