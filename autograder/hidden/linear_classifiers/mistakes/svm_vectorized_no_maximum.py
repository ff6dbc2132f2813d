"""Margins that are met count as negative losses. Take max(0, margin): being better than the margin is
worth nothing.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_loss_vectorized"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = scores - scores[rows, y][:, None] + 1
    margins[rows, y] = 0
    loss = margins.sum() / len(X) + reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
