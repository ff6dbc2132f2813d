"""The gradient is half of what belongs to the loss: the derivative of margin² is 2 * margin."""

import numpy as np

MODULE = "linear_svm"
CHECK = "squared_hinge_loss"


def squared_hinge_loss(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins**2) / len(X) + reg * np.sum(W * W)
    slopes = margins.copy()
    slopes[rows, y] = -slopes.sum(axis=1)
    dW = X.T.dot(slopes) / len(X) + 2 * reg * W
    return loss, dW
