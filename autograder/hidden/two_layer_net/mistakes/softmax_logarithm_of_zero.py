"""A probability has become 0, and its logarithm is -inf. Do not take the logarithm of a probability: log p =
(x - max) - log(sum of exp(x - max)).
"""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss_underflow"


def softmax_loss(x, y):
    rows = np.arange(len(x))
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    p = exps / exps.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[rows, y] -= 1
    return -np.log(p[rows, y]).mean(), dx / len(x)
