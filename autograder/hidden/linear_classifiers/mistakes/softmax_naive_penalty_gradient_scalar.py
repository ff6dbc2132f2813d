"""To every entry of the gradient you added the same number, the penalty itself. The derivative of reg *
sum(W * W) for one weight is 2 * reg times this weight: an array like W.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_naive_penalty"


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        sum_of_exps = np.exp(scores).sum()
        loss += np.log(sum_of_exps) - scores[y[i]]
        for j in range(W.shape[1]):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += reg * np.sum(W * W)
    return loss, dW
