"""Multiclass support vector machine: hinge losses of linear scores, and their gradients."""

import numpy as np


def svm_loss_naive(W, X, y, reg):
    """Return the multiclass SVM loss and its gradient, with loops over examples and classes.

    With scores ``s = X[i] @ W`` the loss of example i is the sum, over all classes j other than the correct
    class ``y[i]``, of ``max(0, s[j] - s[y[i]] + 1)``. The loss is the mean over the examples, plus the
    penalty ``reg * sum(W * W)``, whose gradient is ``2 * reg * W``.

    Class j adds to the loss and to the gradient only where its margin ``s[j] - s[y[i]] + 1`` is greater than
    0: then the gradient of column j gains ``X[i]`` and the column of the correct class loses it.

    Parameters
    ----------
    W : float array (D, C)
        Weights, one column for each class.
    X : float array (N, D)
        A minibatch, one example a row.
    y : integer array (N,)
        Correct classes, from 0 to C - 1.
    reg : float
        Strength of the penalty.

    Returns
    -------
    loss : float
    dW : float array (D, C)
        Gradient of the loss for W. Neither `W` nor `X` nor `y` is changed.

    References
    ----------
    CS231n course notes, "Linear classification", multiclass SVM loss, and "Optimization", computing the
    gradient analytically with calculus. J. Weston and C. Watkins, "Support vector machines for multi-class
    pattern recognition", ESANN 1999.
    """
    raise NotImplementedError("Implement svm_loss_naive in linear_svm.py")


def svm_loss_vectorized(W, X, y, reg):
    """Return the same loss and gradient as `svm_loss_naive`, without loops over examples or classes.

    The gradient is one matrix product of the transposed data with an array (N, C) that says how often each
    example enters each column.

    Parameters
    ----------
    W : float array (D, C)
    X : float array (N, D)
    y : integer array (N,)
    reg : float
        As for `svm_loss_naive`; none of them is changed.

    Returns
    -------
    loss : float
    dW : float array (D, C)
    """
    raise NotImplementedError("Implement svm_loss_vectorized in linear_svm.py")


def squared_hinge_loss(W, X, y, reg):
    """Return the multiclass SVM loss with squared margins (L2-SVM) and its gradient.

    As `svm_loss_vectorized`, but each class j other than ``y[i]`` adds ``max(0, s[j] - s[y[i]] + 1) ** 2``:
    large violations weigh more, and the loss has no kinks.

    Parameters
    ----------
    W : float array (D, C)
    X : float array (N, D)
    y : integer array (N,)
    reg : float
        As for `svm_loss_naive`; none of them is changed.

    Returns
    -------
    loss : float
    dW : float array (D, C)

    References
    ----------
    CS231n course notes, "Linear classification", squared hinge loss.
    """
    raise NotImplementedError("Implement squared_hinge_loss in linear_svm.py")


def L_i(x, y, W):
    """Return the multiclass SVM loss of one example, without the penalty and without a loop over classes.

    ``sum over j != y of max(0, s[j] - s[y] + 1)`` with scores ``s = x @ W``.

    Parameters
    ----------
    x : float array (D,)
        One example.
    y : int
        Its correct class.
    W : float array (D, C)
        As everywhere in this module: one column for each class.

    Returns
    -------
    loss : float

    References
    ----------
    CS231n course notes, "Linear classification", half-vectorized implementation (W is transposed there).
    """
    raise NotImplementedError("Implement L_i in linear_svm.py")


def binary_svm_loss(w, X, y, C):
    """Return the binary SVM loss and its gradient.

    ``C * mean over i of max(0, 1 - y[i] * (X[i] @ w)) + sum(w * w)``

    Here the hinge carries the factor and the penalty has none, so that a large C means little regularization:
    C plays the part of ``1 / reg``. An example adds to the gradient only where ``1 - y[i] * (X[i] @ w)`` is
    greater than 0.

    Parameters
    ----------
    w : float array (D,)
    X : float array (N, D)
    y : integer array (N,)
        Labels -1 and +1.
    C : float
        Weight of the hinge (not a number of classes).

    Returns
    -------
    loss : float
    dw : float array (D,)
        Gradient of the loss for w. Neither `w` nor `X` nor `y` is changed.

    References
    ----------
    CS231n course notes, "Linear classification", relation to the binary support vector machine.
    C. Cortes and V. Vapnik, "Support-vector networks", Machine Learning 20, 1995.
    """
    raise NotImplementedError("Implement binary_svm_loss in linear_svm.py")
