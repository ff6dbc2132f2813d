"""db has the shape (1, C), b has (C,): a gradient has the shape of what it is the gradient for. Sum
without keepdims.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_gradients"


def softmax_gradients(W, X, b, y):
    rows = np.arange(len(X))
    scores = X.dot(W) + b
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y])
    dscores = exps / sums
    dscores[rows, y] -= 1
    dscores /= len(X)
    return loss, X.T.dot(dscores), dscores.dot(W.T), dscores.sum(axis=0, keepdims=True)
