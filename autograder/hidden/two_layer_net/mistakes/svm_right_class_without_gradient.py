"""The gradient of the right class's score is missing: every positive margin of a row takes 1 from it, so it
is minus their number.
"""

import numpy as np

MODULE = "layers"
CHECK = "svm_loss"


def svm_loss(x, y):
    rows = np.arange(len(x))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1.0)
    margins[rows, y] = 0
    dx = (margins > 0).astype(float)
    return margins.sum() / len(x), dx / len(x)
