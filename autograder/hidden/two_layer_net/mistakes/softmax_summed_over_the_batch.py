"""Loss and gradient are sums over the examples. They are means: divide both by N."""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[rows, y] -= 1
    return -np.log(p[rows, y]).sum(), dx
