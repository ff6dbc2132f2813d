"""Your loss is minus the mean probability of the right classes: the logarithm is missing."""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[rows, y] -= 1
    return -p[rows, y].mean(), dx / len(x)
