"""The penalty's gradient lacks its factor 2: the derivative of reg * W * W is 2 * reg * W. Your loss has
the whole reg * sum(W * W), so that a gradient check of the two together fails.
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
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + reg * W
    return loss, dW
