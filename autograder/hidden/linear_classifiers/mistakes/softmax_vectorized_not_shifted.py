"""The exponential of a large score overflows to inf, and inf / inf is NaN. Only differences of scores
matter: subtract the largest score of each example first, then every exponent is 0 or less.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_vectorized_large_scores"


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
