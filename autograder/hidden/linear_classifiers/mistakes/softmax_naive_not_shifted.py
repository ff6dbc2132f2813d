"""The exponential of a large score overflows to inf, and inf / inf is NaN. Only differences of scores
matter: subtract the largest score of each example first, then every exponent is 0 or less.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_naive_large_scores"


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        sum_of_exps = np.exp(scores).sum()
        loss += np.log(sum_of_exps) - scores[y[i]]
        for j in range(W.shape[1]):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
