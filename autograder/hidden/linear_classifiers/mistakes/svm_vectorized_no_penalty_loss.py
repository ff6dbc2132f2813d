"""The gradient holds the penalty's part, the loss does not: add reg * sum(W * W)."""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_vectorized_penalty"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = margins.sum() / len(X)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
