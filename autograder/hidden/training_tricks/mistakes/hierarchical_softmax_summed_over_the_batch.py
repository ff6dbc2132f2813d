"""Loss and gradient are summed over the examples. Divide both by N."""

import numpy as np

MODULE = "losses"
CHECK = "hierarchical_softmax_loss"


def hierarchical_softmax_loss(x, y):
    N, num_forks = x.shape
    total, dx = 0.0, np.zeros(x.shape)
    for i in range(N):
        node = num_forks + int(y[i])
        while node:
            fork, turn = (node - 1) // 2, 1 if node % 2 == 0 else -1
            total += np.logaddexp(0, -turn * x[i, fork])
            dx[i, fork] = -turn * np.exp(-np.logaddexp(0, turn * x[i, fork]))
            node = fork
    return total, dx
