"""The weights that the caller passed are changed: W -= ... in a function writes into the array that was
passed. Make a new one: W = W - ...
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_vectorized_unchanged"


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    squares = np.sum(W * W)
    shrink = 2 * reg * W
    W -= W.mean(axis=1, keepdims=True)
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + reg * squares
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + shrink
    return loss, dW
