"""Only the attributes that are present have a loss, so calling everything present costs nothing. Add those
that are absent, -log(1 - σ(x))."""

import numpy as np

MODULE = "losses"
CHECK = "multilabel_logistic_loss"


def multilabel_logistic_loss(x, y):
    log_p = -np.logaddexp(0, -x)
    return -(y * log_p).sum() / len(x), y * (np.exp(log_p) - 1) / len(x)
