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
    raise NotImplementedError("Implement affine_forward in layers.py")


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
    raise NotImplementedError("Implement affine_backward in layers.py")


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
    raise NotImplementedError("Implement relu_forward in layers.py")


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
    raise NotImplementedError("Implement relu_backward in layers.py")


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
    raise NotImplementedError("Implement svm_loss in layers.py")


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
    raise NotImplementedError("Implement softmax_loss in layers.py")
