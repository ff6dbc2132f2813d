"""The penalty's gradient lacks its factor 2: the derivative of reg * W * W is 2 * reg * W. Your loss has
the whole reg * sum(W * W), so that a gradient check of the two together fails.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_naive_penalty"


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        sum_of_exps = np.exp(scores).sum()
        loss += np.log(sum_of_exps) - scores[y[i]]
        for j in range(W.shape[1]):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += reg * W
    return loss, dW
