"""The gradient lacks the part of the correct classes. A margin s[j] - s[y[i]] + 1 contains two columns of
W: column j gains X[i], column y[i] loses it.
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
            if j == y[i]:
                continue
            margin = scores[j] - scores[y[i]] + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
