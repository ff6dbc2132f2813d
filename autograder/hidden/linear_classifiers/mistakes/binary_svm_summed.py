"""The hinge is summed over the examples, as in the original article. Here it is the mean, so that C means
the same for every number of examples.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "binary_svm_loss"


def binary_svm_loss(w, X, y, C):
    margins = y * X.dot(w)
    loss = C * np.sum(np.maximum(0, 1 - margins)) + np.sum(w * w)
    violated = margins < 1
    dw = -C * X.T.dot(y * violated) + 2 * w
    return loss, dw
