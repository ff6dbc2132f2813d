"""The caller's data is changed: X -= ... or X /= ... in a function writes into the array that was passed.
Make a new one: X = X - ...
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_naive_unchanged"


def svm_loss_naive(W, X, y, reg):
    loss = 0.0
    X /= len(X)
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W) * len(X)
        for j in range(W.shape[1]):
            if j == y[i]:
                continue
            margin = scores[j] - scores[y[i]] + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
