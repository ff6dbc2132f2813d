"""The gradient lacks the -1 at the right class: dL/dx = p - 1 there, p elsewhere (over N)."""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    return -np.log(p[rows, y]).mean(), dx / len(x)
