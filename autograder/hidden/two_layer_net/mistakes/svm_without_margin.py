"""The 1 is missing: the right score must be larger by a margin of 1, not just larger."""

import numpy as np

MODULE = "layers"
CHECK = "svm_loss"


def svm_loss(x, y):
    rows = np.arange(len(x))
    margins = np.maximum(0, x - x[rows, y][:, None])
    margins[rows, y] = 0
    dx = (margins > 0).astype(float)
    dx[rows, y] = -dx.sum(axis=1)
    return margins.sum() / len(x), dx / len(x)
