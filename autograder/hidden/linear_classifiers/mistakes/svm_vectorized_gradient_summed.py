"""The loss is a mean over the examples, but the gradient is a sum: divide X.T @ counts by N."""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_loss_vectorized"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = margins.sum() / len(X) + reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) + 2 * reg * W
    return loss, dW
