"""Your penalty is half of ours, ½ reg sum(W * W) with the gradient reg * W, in the loss and in the
gradient alike. That is consistent, and many texts write it so; here the penalty is reg * sum(W * W) with
the gradient 2 * reg * W, and your reg means half as much.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_naive_penalty"
KEEPS = 0.9


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
    loss += 0.5 * reg * np.sum(W * W)
    dW += reg * W
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = exps.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(sums[:, 0]) - scores[rows, y]) + 0.5 * reg * np.sum(W * W)
    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T.dot(dscores) / len(X) + reg * W
    return loss, dW
