"""For large scores the sigmoid is exactly 0 or 1, and its logarithm is infinite. Write log σ(x) as -log(1 +
exp(-x)), with an exponent that is never positive: `np.logaddexp(0, -x)`."""

import numpy as np

MODULE = "losses"
CHECK = "multilabel_logistic_overflow"


def multilabel_logistic_loss(x, y):
    p = 1 / (1 + np.exp(-x))
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum() / len(x), (p - y) / len(x)
