"""Your penalty is half of ours, ½ reg sum(W * W) with the gradient reg * W, in the loss and in the
gradient alike. That is consistent, and many texts write it so; here the penalty is reg * sum(W * W) with
the gradient 2 * reg * W, and your reg means half as much.
"""

import numpy as np

MODULE = "linear_svm"
CHECK = "svm_naive_penalty"
KEEPS = 0.9


def svm_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    for i in range(len(X)):
        scores = X[i].dot(W)
        for j in range(W.shape[1]):
            if j == y[i]:
                continue
            margin = scores[j] - scores[y[i]] + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss /= len(X)
    dW /= len(X)
    loss += 0.5 * reg * np.sum(W * W)
    dW += reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = margins.sum() / len(X) + 0.5 * reg * np.sum(W * W)
    mask = (margins > 0) * 1.0
    mask[rows, y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / len(X) + reg * W
    return loss, dW


def squared_hinge_loss(W, X, y, reg):
    rows = np.arange(len(X))
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins**2) / len(X) + 0.5 * reg * np.sum(W * W)
    slopes = 2 * margins
    slopes[rows, y] = -slopes.sum(axis=1)
    dW = X.T.dot(slopes) / len(X) + reg * W
    return loss, dW
