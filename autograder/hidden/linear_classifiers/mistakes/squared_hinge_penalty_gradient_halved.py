"""The penalty's gradient lacks its factor 2: the derivative of reg * W * W is 2 * reg * W. Your loss has
the whole reg * sum(W * W), so that a gradient check of the two together fails.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "squared_hinge_penalty"


def squared_hinge_loss(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins**2) / len(X) + reg * np.sum(W * W)
    slopes = 2 * margins
    slopes[rows, y] = -slopes.sum(axis=1)
    dW = X.T.dot(slopes) / len(X) + reg * W
    return loss, dW
