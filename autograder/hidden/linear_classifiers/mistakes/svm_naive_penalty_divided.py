"""The penalty is divided by the number of examples, too. Only the sum over the examples becomes a mean;
the penalty is the same for one example and for a thousand. Watch the order: divide first, then add it.
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
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    loss /= len(X)
    dW /= len(X)
    return loss, dW
