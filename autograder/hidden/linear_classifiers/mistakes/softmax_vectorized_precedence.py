"""The penalty landed in the divisor: `loss /= N + reg * ...` divides by the whole right side, N plus
penalty. Divide by N in a statement of its own, then add the penalty.
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
    loss = np.sum(np.log(sums[:, 0]) - scores[rows, y])
    loss /= len(X) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
