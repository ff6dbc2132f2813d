"""Only the last example counts: the inner loop stands behind the outer one instead of in it. Look at the
indentation.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_loss_naive"


def svm_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
    for j in range(W.shape[1]):
        margin = scores[j] - scores[y[i]] + 1
        if j != y[i] and margin > 0:
            loss += margin
            dW[:, j] += X[i]
            dW[:, y[i]] -= X[i]
    loss = loss / len(X) + reg * np.sum(W * W)
    dW = dW / len(X) + 2 * reg * W
    return loss, dW
