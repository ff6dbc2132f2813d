"""The gradient lacks the part of the correct classes. Every violated margin s[j] - s[y] + 1 also falls
with the correct score: column y[i] loses X[i] once for each violated margin of example i.
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
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
