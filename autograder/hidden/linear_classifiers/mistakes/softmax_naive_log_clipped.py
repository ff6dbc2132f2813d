"""A small number is added to the probability before the logarithm, or it is clipped. The loss is then
finite, but wrong: it stops growing where an example is very wrong. log(sum of exp(s)) - s[y], with the
scores shifted, needs no such number.
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
        loss += -np.log(np.exp(scores[y[i]]) / sum_of_exps + 1e-12)
        for j in range(W.shape[1]):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
