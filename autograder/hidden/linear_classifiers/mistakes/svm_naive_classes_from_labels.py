"""The number of classes comes from the labels of this minibatch. A class without an example in it still
has a score, a margin and a column of W: take the number from W.shape[1].
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_naive_ten_classes"


def svm_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        for j in range(np.max(y) + 1):
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
    dW += 2 * reg * W
    return loss, dW
