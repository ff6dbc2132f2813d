"""A small number is added to the probability before the logarithm, or it is clipped. The loss is then
finite, but wrong: it stops growing where an example is very wrong. log(sum of exp(s)) - s[y], with the
scores shifted, needs no such number.
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
    loss = np.mean(-np.log(exps[rows, y] / sums[:, 0] + 1e-12)) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
