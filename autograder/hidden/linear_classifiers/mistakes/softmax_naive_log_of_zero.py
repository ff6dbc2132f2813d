"""The probability of the correct class is 0 in floating point when its score is more than about 745 below
the largest, and -log(0) is inf. Do not take the logarithm of a probability: the loss is log(sum of
exp(s)) - s[y], with the scores shifted.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_naive_far_scores"


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        sum_of_exps = np.exp(scores).sum()
        loss += -np.log(np.exp(scores[y[i]]) / sum_of_exps)
        for j in range(W.shape[1]):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
