"""The loss is the mean over all N * C margins. It is the mean over the examples of a sum over the
classes: divide by N alone.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_loss_vectorized"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = margins.mean() + reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / mask.size + 2 * reg * W
    return loss, dW
