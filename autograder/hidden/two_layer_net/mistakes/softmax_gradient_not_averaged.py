"""The loss is divided by N, its gradient is not."""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[rows, y] -= 1
    return -np.log(p[rows, y]).mean(), dx
