"""The penalty is in the loss, but not in the gradient. Both are sums of a data part and a penalty part:
dW needs 2 * reg * W.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_naive_penalty"


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
                dW[:, y[i]] -= X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    return loss, dW
