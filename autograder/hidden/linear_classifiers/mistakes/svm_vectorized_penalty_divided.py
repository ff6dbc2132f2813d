"""The penalty is divided by the number of examples, too. Only the sum over the examples becomes a mean;
the penalty is the same for one example and for a thousand. Watch the order: divide first, then add it.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_vectorized_penalty"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = (margins.sum() + reg * np.sum(W * W)) / len(X)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = (X.T.dot(mask) + 2 * reg * W) / len(X)
    return loss, dW
