"""The loss lacks its minus sign: logarithms of probabilities are negative, and the loss is positive."""

import numpy as np

MODULE = "losses"
CHECK = "multilabel_logistic_loss"


def multilabel_logistic_loss(x, y):
    log_p, log_q = -np.logaddexp(0, -x), -np.logaddexp(0, x)
    return (y * log_p + (1 - y) * log_q).sum() / len(x), (np.exp(log_p) - y) / len(x)
