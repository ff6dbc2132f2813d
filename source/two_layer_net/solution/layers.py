"""Layers of a network on minibatches, forward and backward, and two losses on scores.

A forward pass returns its output and a `cache`; the backward pass takes `dout`, the gradient of the loss with
respect to that output, and the cache. A gradient always has the shape of what it belongs to, and the shapes
alone often leave only one way to multiply.

Source: CS231n course notes, "Backpropagation, Intuitions", section on vectorized operations.
"""

import numpy as np


def affine_forward(x, w, b):
    """Return the scores ``x w + b`` of a fully connected layer.

    Parameters
    ----------
    x : float array (N, d_1, ..., d_k)
        A minibatch of N examples of any shape, such as images; each is flattened to a row of D = d_1 ⋯ d_k
        numbers.
    w : float array (D, M)
    b : float array (M,)

    Returns
    -------
    out : float array (N, M)
    cache : tuple
        ``(x, w, b)``, `x` in its own shape.
    """
    ### BEGIN SOLUTION
    rows = x.reshape(x.shape[0], -1)  # (N, D)
    out = rows @ w + b
    return out, (x, w, b)
    ### END SOLUTION


def affine_backward(dout, cache):
    """Return the gradients of a fully connected layer.

    With X, the rows of the minibatch: ``dX = dout wᵀ``, ``dw = Xᵀ dout``, and `db` is the sum of the rows of
    `dout`, since the bias is added to every row.

    Parameters
    ----------
    dout : float array (N, M)
    cache : tuple
        ``(x, w, b)``, as returned by `affine_forward`.

    Returns
    -------
    dx : float array (N, d_1, ..., d_k), the shape of `x`
    dw : float array (D, M)
    db : float array (M,), not (1, M)
    """
    ### BEGIN SOLUTION
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(x.shape[0], -1).T @ dout  # (D, N) @ (N, M)
    db = dout.sum(axis=0)
    return dx, dw, db
    ### END SOLUTION


def relu_forward(x):
    """Return ``max(0, x)``, entry by entry (rectified linear units).

    Parameters
    ----------
    x : float array of any shape

    Returns
    -------
    out : float array of the same shape
    cache : array
        `x`.
    """
    ### BEGIN SOLUTION
    out = np.maximum(x, 0)
    return out, x
    ### END SOLUTION


def relu_backward(dout, cache):
    """Return the gradient of ``max(0, x)``: `dout` where `x` is positive, 0 where it is negative.

    At exactly 0 either value is accepted. Return a new array: `dout` belongs to the caller, who may still
    need it.

    Parameters
    ----------
    dout : float array of any shape
    cache : array
        `x`, as returned by `relu_forward`.

    Returns
    -------
    dx : float array of the same shape
    """
    ### BEGIN SOLUTION
    return np.where(cache > 0, dout, 0.0)
    ### END SOLUTION


def svm_loss(x, y):
    """Return the multiclass SVM (hinge) loss of scores, and its gradient.

    ``L = 1/N · Σ_i Σ_{j ≠ y_i} max(0, x[i, j] - x[i, y_i] + 1)``

    Parameters
    ----------
    x : float array (N, C)
        ``x[i, j]`` is the score of class j for example i.
    y : integer array (N,)
        The right classes, 0 ≤ y_i < C.

    Returns
    -------
    loss : float
    dx : float array (N, C)
        Its gradient with respect to the scores.

    References
    ----------
    CS231n course notes, "Linear Classification"; J. Weston and C. Watkins, "Multi-class support vector
    machines", 1998.
    """
    ### BEGIN SOLUTION
    num = x.shape[0]
    correct = x[np.arange(num), y]
    margins = np.maximum(0, x - correct[:, np.newaxis] + 1.0)  # (N, C)
    margins[np.arange(num), y] = 0
    dx = (margins > 0).astype(float)
    dx[np.arange(num), y] = -dx.sum(axis=1)
    return margins.sum() / num, dx / num
    ### END SOLUTION


def softmax_loss(x, y):
    """Return the softmax (cross-entropy) loss of scores, and its gradient.

    ``p_ij = exp(x_ij) / Σ_k exp(x_ik)``,  ``L = -1/N · Σ_i log p_{i, y_i}``,  ``dL/dx_ij = (p_ij - [j = y_i])
    / N``

    It must stay finite for scores of any size: subtract the largest score of each row first, which changes no
    probability, and take the logarithm of the sum (``log p_ij = x_ij - log Σ_k exp x_ik``) instead of that of
    a probability, which may have become 0.

    Parameters
    ----------
    x : float array (N, C)
    y : integer array (N,)

    Returns
    -------
    loss : float
    dx : float array (N, C)

    References
    ----------
    CS231n course notes, "Linear Classification", section on the softmax classifier.
    """
    ### BEGIN SOLUTION
    num = x.shape[0]
    shifted = x - x.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))  # (N, C)
    dx = np.exp(logs)
    dx[np.arange(num), y] -= 1
    return -logs[np.arange(num), y].mean(), dx / num
    ### END SOLUTION
