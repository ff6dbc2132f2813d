"""You subtract the maximum of the whole array. Rows with lower scores then underflow, and 0 / 0 is NaN: every
row needs its own maximum (axis=1, keepdims=True).
"""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss_overflow"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x - x.max())
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[rows, y] -= 1
    return -np.log(p[rows, y]).mean(), dx / len(x)
