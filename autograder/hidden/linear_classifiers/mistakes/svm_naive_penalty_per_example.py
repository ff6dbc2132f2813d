"""The penalty is added once for each example: it stands inside the loop and is not divided by N
afterwards. The weights are penalized once, behind the loop.
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
    loss += len(X) * reg * np.sum(W * W)
    dW += len(X) * 2 * reg * W
    return loss, dW
