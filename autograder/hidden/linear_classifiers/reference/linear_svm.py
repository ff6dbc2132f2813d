"""Reference: hinges of all pairs of scores, chosen by one-hot rows and einsum, or one by one in loops."""

import numpy as np


def _hinge_loss(W, X, y, reg, power):
    chosen = np.eye(W.shape[1])[y]  # (N, C)
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.einsum("nc,nc->n", scores, chosen)
    margins = (1 - chosen) * np.clip(scores - correct[:, None] + 1, 0, None)
    slopes = (1 - chosen) * np.where(margins > 0, power * margins ** (power - 1), 0)
    slopes = slopes - np.einsum("nk,nc->nc", slopes, chosen)
    loss = (margins**power).sum(axis=1).mean() + reg * np.linalg.norm(W) ** 2
    return float(loss), np.einsum("nd,nc->dc", X, slopes) / len(X) + reg * (W + W)


def svm_loss_naive(W, X, y, reg):
    loss, dW = reg * float((W**2).sum()), 2.0 * reg * W
    for x, label in zip(X, y, strict=True):
        scores = [float(x @ column) for column in W.T]
        violated = [j for j, s in enumerate(scores) if j != label and s + 1 > scores[label]]
        for j in violated:
            loss += (scores[j] + 1 - scores[label]) / len(X)
            dW[:, j] += x / len(X)
        dW[:, label] -= len(violated) * x / len(X)
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    return _hinge_loss(W, X, y, reg, 1)


def squared_hinge_loss(W, X, y, reg):
    return _hinge_loss(W, X, y, reg, 2)


def L_i(x, y, W):
    scores = [sum(a * b for a, b in zip(x, column, strict=True)) for column in W.T]
    return float(sum(max(0.0, s - scores[y] + 1) for j, s in enumerate(scores) if j != y))


def binary_svm_loss(w, X, y, C):
    loss, dw = float(w @ w), 2.0 * w
    for x, label in zip(X, y, strict=True):
        shortfall = 1 - label * float(x @ w)
        if shortfall > 0:
            loss += C * shortfall / len(X)
            dw = dw - C * label * x / len(X)
    return loss, dw
