"""The number of classes comes from the labels of this minibatch. A class without an example in it still
has a score, a probability and a column of W.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_vectorized_ten_classes"


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dscores[:, np.max(y) + 1 :] = 0
    dW = X.T.dot(dscores) / len(X) + 2 * reg * W
    return loss, dW
