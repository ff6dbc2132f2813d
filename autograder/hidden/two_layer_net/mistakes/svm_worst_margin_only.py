"""You take the largest margin of each example. This loss adds up all the positive ones."""

import numpy as np

MODULE = "layers"
CHECK = "svm_loss"


def svm_loss(x, y):
    rows = np.arange(len(x))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1.0)
    margins[rows, y] = 0
    worst = margins.argmax(axis=1)
    dx = np.zeros(x.shape)
    dx[rows, worst] = margins[rows, worst] > 0
    dx[rows, y] -= margins[rows, worst] > 0
    return margins.max(axis=1).sum() / len(x), dx / len(x)
