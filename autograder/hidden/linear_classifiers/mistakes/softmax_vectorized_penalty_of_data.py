"""The loss penalizes the data: you summed the squares of X. The penalty is about the weights, reg * sum(W
* W).
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_vectorized_penalty"


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + reg * np.sum(X * X)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
