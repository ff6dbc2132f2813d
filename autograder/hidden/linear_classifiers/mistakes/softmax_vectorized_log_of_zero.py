"""The probability of the correct class is 0 in floating point when its score is more than about 745 below
the largest, and -log(0) is inf. Do not take the logarithm of a probability: the loss is log(sum of
exp(s)) - s[y], with the scores shifted.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_vectorized_far_scores"


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(-np.log(exps[rows, y] / sums[:, 0])) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
