"""You squared the sum of each example's margins. Square every margin by itself, then sum."""

import numpy as np

MODULE = "linear_svm"
CHECK = "squared_hinge_loss"


def squared_hinge_loss(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins.sum(axis=1) ** 2) / len(X) + reg * np.sum(W * W)
    slopes = 2 * margins
    slopes[rows, y] = -slopes.sum(axis=1)
    dW = X.T.dot(slopes) / len(X) + 2 * reg * W
    return loss, dW
