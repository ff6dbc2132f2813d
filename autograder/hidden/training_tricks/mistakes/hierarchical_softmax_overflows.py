"""For large scores the sigmoid is exactly 0, and its logarithm is infinite. Write -log σ(x) as log(1 +
exp(-x)) with an exponent that is never positive: `np.logaddexp(0, -x)`."""

import numpy as np

MODULE = "losses"
CHECK = "hierarchical_softmax_overflow"


def hierarchical_softmax_loss(x, y):
    N, num_forks = x.shape
    total, dx = 0.0, np.zeros(x.shape)
    for i in range(N):
        node = num_forks + int(y[i])
        while node:
            fork, turn = (node - 1) // 2, 1 if node % 2 == 0 else -1
            p = 1 / (1 + np.exp(-turn * x[i, fork]))
            total -= np.log(p)
            dx[i, fork] = -turn * (1 - p)
            node = fork
    return total / N, dx / N
