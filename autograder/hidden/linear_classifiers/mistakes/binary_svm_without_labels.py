"""The label is missing in the gradient: the derivative of 1 - y * (x @ w) is -y * x, so that examples
with y = -1 pull the other way.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "binary_svm_loss"


def binary_svm_loss(w, X, y, C):
    margins = y * X.dot(w)
    loss = C * np.mean(np.maximum(0, 1 - margins)) + np.sum(w * w)
    violated = margins < 1
    dw = -C * X.T.dot(1.0 * violated) / len(X) + 2 * w
    return loss, dw
