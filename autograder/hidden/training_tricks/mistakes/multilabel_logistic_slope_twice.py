"""The gradient is multiplied by σ (1 - σ) once more. The derivative of the logarithm cancels that factor:
what remains is σ(x) - y."""

import numpy as np

MODULE = "losses"
CHECK = "multilabel_logistic_loss"


def multilabel_logistic_loss(x, y):
    log_p, log_q = -np.logaddexp(0, -x), -np.logaddexp(0, x)
    slope = np.exp(log_p + log_q)
    return -(y * log_p + (1 - y) * log_q).sum() / len(x), (np.exp(log_p) - y) * slope / len(x)
