"""Reference: probabilities as exponentials of logarithms, whose denominators are chains of logaddexp."""

import math

import numpy as np


def _logarithms(scores):
    return scores - np.logaddexp.reduce(scores, axis=1)[:, None]


def softmax_probabilities(scores):
    return np.exp(_logarithms(scores))


def _cross_entropy(scores, y):
    chosen = np.eye(scores.shape[1])[y]  # (N, C)
    logs = _logarithms(scores)
    loss = -logs[chosen == 1].mean()
    return float(loss), (np.exp(logs) - chosen) / len(scores)


def _softmax_loss(W, X, y, reg):
    loss, dscores = _cross_entropy(np.einsum("nd,dc->nc", X, W), y)
    return loss + reg * np.linalg.norm(W) ** 2, np.einsum("nd,nc->dc", X, dscores) + reg * (W + W)


def softmax_loss_naive(W, X, y, reg):
    loss, dW = reg * float((W**2).sum()), 2.0 * reg * W
    for x, label in zip(X, y, strict=True):
        scores = [float(x @ column) for column in W.T]
        log_sum = float(np.logaddexp.reduce(scores))
        loss += (log_sum - scores[label]) / len(X)
        for j, score in enumerate(scores):
            dW[:, j] += (math.exp(score - log_sum) - (j == label)) * x / len(X)
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):
    return _softmax_loss(W, X, y, reg)


def softmax_jacobian(p):
    jacobian = np.empty((len(p), len(p)))
    for i, j in np.ndindex(jacobian.shape):
        jacobian[i, j] = p[i] * ((i == j) - p[j])
    return jacobian


def softmax_gradients(W, X, b, y):
    loss, dscores = _cross_entropy(np.einsum("nd,dc->nc", X, W) + b, y)
    dW, dX = np.einsum("nd,nc->dc", X, dscores), np.einsum("nc,dc->nd", dscores, W)
    return loss, dW, dX, np.einsum("nc->c", dscores)
