"""Reference: normalization through covariances and Jacobian matrices, one feature or example at a time."""

import numpy as np


def _normalized(values, eps):
    """Return one vector normalized, and the root of its variance plus eps."""
    centre = np.average(values)
    root = (np.vdot(values, values) / len(values) - centre**2 + eps) ** 0.5
    return (values - centre) / root, root


def _jacobian(x_hat, root):
    """Return d x_hat_i / d x_j of one normalized vector: it takes out the mean and what lies along x_hat."""
    n = len(x_hat)
    return (np.eye(n) - np.full((n, n), 1 / n) - np.outer(x_hat, x_hat) / n) / root


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    stored = [bn_param.get(name, np.zeros(len(gamma))) for name in ("running_mean", "running_var")]
    if bn_param["mode"] == "test":
        scale = gamma * (stored[1] + eps) ** -0.5
        return x * scale + (beta - stored[0] * scale), None
    columns = [_normalized(column, eps) for column in x.T]
    x_hat = np.stack([column for column, _ in columns], axis=1)
    root = np.array([root for _, root in columns])
    rest = 1 - bn_param.get("momentum", 0.9)
    for name, old, new in zip(
        ("running_mean", "running_var"), stored, (x.mean(0), root**2 - eps), strict=True
    ):
        bn_param[name] = old + rest * (new - old)
    return np.einsum("nd,d->nd", x_hat, gamma) + beta, (x_hat, gamma, root)


def batchnorm_backward(dout, cache):
    x_hat, gamma, root = cache
    jacobians = map(_jacobian, x_hat.T, root)
    dx = [jacobian.T @ column for jacobian, column in zip(jacobians, (dout * gamma).T, strict=True)]
    return np.transpose(dx), np.einsum("nd,nd->d", dout, x_hat), np.einsum("nd->d", dout)


batchnorm_backward_alt = batchnorm_backward


def layernorm_forward(x, gamma, beta, ln_param):
    rows = [_normalized(row, ln_param.get("eps", 1e-5)) for row in x]
    x_hat = np.array([row for row, _ in rows])
    return np.einsum("nd,d->nd", x_hat, gamma) + beta, (x_hat, gamma, np.array([[root] for _, root in rows]))


def layernorm_backward(dout, cache):
    x_hat, gamma, root = cache
    jacobians = map(_jacobian, x_hat, root[:, 0])
    dx = [jacobian.T @ row for jacobian, row in zip(jacobians, dout * gamma, strict=True)]
    return np.array(dx), np.einsum("nd,nd->d", dout, x_hat), np.einsum("nd->d", dout)
