"""Reference: SciPy's expit and its logarithm; the derivative of expit(s) is expit(s) * expit(-s)."""

from scipy.special import expit, log_expit


def squared_error_sigmoid(s, t):
    return (expit(s) - t) ** 2, 2 * (expit(s) - t) * expit(s) * expit(-s)


def cross_entropy_sigmoid(s, t):
    return -t * log_expit(s) - (1 - t) * log_expit(-s), expit(s) - t
