"""dscores[:, y] -= 1 subtracts from whole columns. One entry a row is meant: dscores[np.arange(N), y] -=
1.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_loss_vectorized"


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[:, y] -= 1
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
