"""Your penalty is ½ w @ w with the gradient w, as in the original article. That is consistent; here it is
w @ w with the gradient 2 w, and your C means half as much.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "binary_svm_loss"
KEEPS = 0.9


def binary_svm_loss(w, X, y, C):
    margins = y * X.dot(w)
    loss = C * np.mean(np.maximum(0, 1 - margins)) + 0.5 * np.sum(w * w)
    violated = margins < 1
    dw = -C * X.T.dot(y * violated) / len(X) + w
    return loss, dw
