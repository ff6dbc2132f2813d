"""The logarithm is missing: the loss of an example is -log(p) of its correct class, not -p."""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_loss_naive"


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        sum_of_exps = np.exp(scores).sum()
        loss -= np.exp(scores[y[i]]) / sum_of_exps
        for j in range(W.shape[1]):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
