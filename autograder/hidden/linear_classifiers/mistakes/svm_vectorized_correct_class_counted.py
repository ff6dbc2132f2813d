"""Your loss is too large by exactly 1, the margin: the correct class is compared with itself, s - s + 1 =
1. Set the entries margins[i, y[i]] to 0 before the sum.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_loss_vectorized"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    loss = margins.sum() / len(X) + reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask[rows, y] = 0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
