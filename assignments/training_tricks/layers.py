"""Given: affine and ReLU layers and the softmax loss, as built in `two_layer_net`; nothing to write here.

A forward pass returns its output and a `cache`; the backward pass takes `dout`, the gradient of the loss with
respect to that output, and the cache.
"""

import numpy as np


def affine_forward(x, w, b):
    """Return ``x w + b``, (N, M), and a cache, for x (N, d_1, ..., d_k) taken as rows, w (D, M), b (M,)."""
    return x.reshape(len(x), -1).dot(w) + b, (x, w, b)


def affine_backward(dout, cache):
    """Return the gradients for x, w and b, each shaped like what it belongs to."""
    x, w, _ = cache
    flat = x.reshape(len(x), -1)
    return dout.dot(w.T).reshape(x.shape), flat.T.dot(dout), dout.sum(0)


def relu_forward(x):
    """Return ``max(0, x)``, and `x` as the cache."""
    return np.where(x > 0, x, 0), x


def relu_backward(dout, cache):
    """Return `dout` where the input was positive, else 0."""
    return np.where(cache > 0, dout, 0)


def affine_relu_forward(x, w, b):
    """Return the output of an affine layer followed by a ReLU, and the caches of both."""
    scores, affine_cache = affine_forward(x, w, b)
    out, relu_cache = relu_forward(scores)
    return out, (affine_cache, relu_cache)


def affine_relu_backward(dout, cache):
    """Return the gradients for x, w and b of an affine layer followed by a ReLU."""
    affine_cache, relu_cache = cache
    return affine_backward(relu_backward(dout, relu_cache), affine_cache)


def softmax_loss(x, y):
    """Return the mean softmax (cross-entropy) loss of scores x (N, C) for labels y (N,), and its gradient."""
    rows = np.arange(len(x))
    log_probabilities = x - x.max(axis=1)[:, None]
    log_probabilities = log_probabilities - np.log(np.exp(log_probabilities).sum(axis=1))[:, None]
    dx = np.exp(log_probabilities)
    dx[rows, y] -= 1
    return -log_probabilities[rows, y].mean(), dx / len(x)
