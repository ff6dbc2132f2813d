"""Reference: affine layers as sums over indices, the hinge with loops, the softmax by adding logarithms."""

import numpy as np


def affine_forward(x, w, b):
    rows = np.stack([np.ravel(example) for example in x])
    return np.einsum("nd,dm->nm", rows, w) + np.tile(b, (len(x), 1)), (x, w, b)


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = np.einsum("nm,dm->nd", dout, w)
    dw = sum(np.outer(example, row) for example, row in zip(x, dout, strict=True))
    db = np.einsum("nm->m", dout)
    return np.reshape(dx, np.shape(x)), dw, db


def relu_forward(x):
    return (np.abs(x) + x) / 2, x


def relu_backward(dout, cache):
    return np.multiply(dout, np.heaviside(cache, 0.0))


def svm_loss(x, y):
    loss, dx = 0.0, np.zeros(x.shape)
    for i, right in enumerate(map(int, y)):
        for j in range(x.shape[1]):
            margin = x[i, j] - x[i, right] + 1
            if j != right and margin > 0:
                loss += margin / len(x)
                dx[i, j] += 1 / len(x)
                dx[i, right] -= 1 / len(x)
    return float(loss), dx


def softmax_loss(x, y):
    logs = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
    target = np.eye(x.shape[1])[np.int64(y)]  # (N, C), one-hot
    return float(-np.vdot(target, logs) / len(x)), (np.exp(logs) - target) / len(x)
