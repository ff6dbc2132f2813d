"""Reference: other losses, entry by entry or from probabilities of all classes."""

import math

import numpy as np


def multilabel_hinge_loss(x, y):
    total, dx = 0.0, np.zeros(x.shape)
    for i, j in np.ndindex(x.shape):
        if y[i, j] * x[i, j] < 1:
            total += 1 - y[i, j] * x[i, j]
            dx[i, j] = -y[i, j]
    return total / len(x), dx / len(x)


def multilabel_logistic_loss(x, y):
    total, dx = 0.0, np.zeros(x.shape)
    for i, j in np.ndindex(x.shape):
        s = x[i, j] if y[i, j] else -x[i, j]
        total -= _log_sigmoid(s)
        dx[i, j] = (-1 if y[i, j] else 1) * math.exp(_log_sigmoid(-s))
    return total / len(x), dx / len(x)


def l1_loss(x, y):
    above = np.where(x > y, 1.0, 0.0) - np.where(x < y, 1.0, 0.0)
    return (above * (x - y)).sum(axis=1).mean(), above / x.shape[0]


def l2_loss(x, y):
    N = x.shape[0]
    return np.linalg.norm(x - y) ** 2 / N, (x - y) * (2 / N)


def hierarchical_softmax_loss(x, y):
    N, num_forks = x.shape
    ways = [_way(num_forks + label) for label in range(num_forks + 1)]
    total, dx = 0.0, np.zeros(x.shape)
    for i, label in enumerate(y):
        for fork, turn in ways[int(label)]:
            total -= _log_sigmoid(turn * x[i, fork])
            dx[i, fork] = -turn * math.exp(_log_sigmoid(-turn * x[i, fork]))
    return total / N, dx / N


def _way(node):
    """Return the forks from a node up to the root, each with 1 for right and -1 for left."""
    return [((node - 1) // 2, 1 if node % 2 == 0 else -1), *_way((node - 1) // 2)] if node else []


def _log_sigmoid(s):
    return -math.log1p(math.exp(-s)) if s > 0 else s - math.log1p(math.exp(s))
