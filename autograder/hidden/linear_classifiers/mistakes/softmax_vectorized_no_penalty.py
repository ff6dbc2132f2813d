"""reg has no effect: neither the loss nor the gradient changes with it. Add reg * sum(W * W) to the loss
and 2 * reg * W to the gradient.
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
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y])
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X)
    return loss, dW
