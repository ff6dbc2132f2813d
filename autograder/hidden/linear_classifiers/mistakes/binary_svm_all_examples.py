"""Every example adds to your gradient. Those that meet their margin have the loss 0, whatever small step
w makes, and add nothing: they are no support vectors.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "binary_svm_loss"


def binary_svm_loss(w, X, y, C):
    margins = y * X.dot(w)
    loss = C * np.mean(np.maximum(0, 1 - margins)) + np.sum(w * w)
    dw = -C * X.T.dot(y) / len(X) + 2 * w
    return loss, dw
