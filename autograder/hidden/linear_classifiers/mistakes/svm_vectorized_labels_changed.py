"""The labels y that the caller passed are changed: an array given to a function is not a copy. Compute
with a new one: flat = y + ..., not y += ...
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_vectorized_unchanged"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    y += rows * W.shape[1]
    margins.flat[y] = 0
    loss = margins.sum() / len(X) + reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask.flat[y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
