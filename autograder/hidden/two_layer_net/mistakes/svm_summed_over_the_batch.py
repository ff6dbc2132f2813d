"""Loss and gradient are sums over the examples. They are means: divide both by N, so that they do not depend
on the size of the minibatch.
"""

import numpy as np

MODULE = "layers"
CHECK = "svm_loss"


def svm_loss(x, y):
    rows = np.arange(len(x))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1.0)
    margins[rows, y] = 0
    dx = (margins > 0).astype(float)
    dx[rows, y] = -dx.sum(axis=1)
    return margins.sum(), dx
