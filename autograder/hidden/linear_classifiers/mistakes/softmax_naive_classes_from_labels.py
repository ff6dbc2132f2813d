"""The number of classes comes from the labels of this minibatch. A class without an example in it still
has a score, a probability and a column of W: take the number from W.shape[1].
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_naive_ten_classes"


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        sum_of_exps = np.exp(scores).sum()
        loss += np.log(sum_of_exps) - scores[y[i]]
        for j in range(np.max(y) + 1):
            p = np.exp(scores[j]) / sum_of_exps
            dW[:, j] += (p - (j == y[i])) * X[i]
    loss /= len(X)
    dW /= len(X)
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW
