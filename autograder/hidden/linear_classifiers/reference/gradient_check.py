"""Reference: differences along unit vectors, on copies."""

import numpy as np


def _slope(f, x, index, ahead, behind):
    values = []
    for step in (ahead, behind):
        moved = x.copy()
        moved[index] += step
        values.append(float(f(moved)))
    return (values[0] - values[1]) / (ahead - behind)


def forward_difference(f, x, h=1e-5):
    here = float(f(x.copy()))
    gradient = np.empty(x.shape)
    for index in np.ndindex(*x.shape):
        moved = x.copy()
        moved[index] += h
        gradient[index] = (float(f(moved)) - here) / h
    return gradient


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    slopes = [_slope(f, x, index, h, -h) for index in np.ndindex(*x.shape)]
    return np.array(slopes).reshape(x.shape)


def relative_error(a, b):
    pairs = np.broadcast(np.asarray(a, float), np.asarray(b, float))
    return max(0.0 if p == q else abs(p - q) / max(abs(p), abs(q)) for p, q in pairs)


def grad_check_sparse(f, x, analytic_grad, num_checks=10, h=1e-5, rng=None):
    rng = rng or np.random.default_rng()
    errors = []
    for _ in range(num_checks):
        index = tuple(int(rng.integers(n)) for n in x.shape)
        errors.append(relative_error(_slope(f, x, index, h, -h), analytic_grad[index]))
    return errors
