"""This is the plain hinge loss. Square each margin before the sum; its derivative is then twice the
margin.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "squared_hinge_loss"


def squared_hinge_loss(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins) / len(X) + reg * np.sum(W * W)
    slopes = (margins > 0) * 1.0
    slopes[rows, y] = -slopes.sum(axis=1)
    dW = X.T.dot(slopes) / len(X) + 2 * reg * W
    return loss, dW
