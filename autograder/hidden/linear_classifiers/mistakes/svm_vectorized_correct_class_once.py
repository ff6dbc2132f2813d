"""The column of the correct class loses X[i] only once. It occurs in every violated margin, so it loses
X[i] as often as margins of example i are violated.
"""

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
    mask[rows, y] = -1
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
