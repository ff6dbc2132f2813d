"""The exponential of a score around 1,000 is infinite. Subtract the largest score of each row first: no
probability changes.
"""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss_overflow"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x)
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[rows, y] -= 1
    return -np.log(p[rows, y]).mean(), dx / len(x)
