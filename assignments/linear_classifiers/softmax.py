"""Softmax: probabilities from scores, the cross-entropy loss of linear scores, and its gradients."""

import numpy as np


def softmax_probabilities(scores):
    """Return ``exp(scores[i, j]) / sum over k of exp(scores[i, k])`` for every row, without overflow.

    Only differences of scores matter. Subtract the largest score of a row from the whole row before the
    exponential: then the largest exponential is 1, none overflows and their sum is never 0.

    Parameters
    ----------
    scores : float array (N, C)
        One row for each example, C scores in it, of any size. Not changed.

    Returns
    -------
    probabilities : float array (N, C)
        Each row sums to 1.

    References
    ----------
    CS231n course notes, "Linear classification", softmax classifier, practical issues: numeric stability.
    """
    raise NotImplementedError("Implement softmax_probabilities in softmax.py")


def softmax_loss_naive(W, X, y, reg):
    """Return the softmax (cross-entropy) loss and its gradient, with loops over examples and classes.

    With scores ``s = X[i] @ W`` and probabilities ``p = softmax(s)`` the loss of example i is
    ``-log(p[y[i]])``, which is ``log(sum over j of exp(s[j])) - s[y[i]]``; its gradient for ``s[j]`` is
    ``p[j]``, less 1 for the correct class. The loss is the mean over the examples, plus the penalty
    ``reg * sum(W * W)``, whose gradient is ``2 * reg * W``.

    Loss and gradient are finite for every finite score. Subtract the largest score m, and take the logarithm
    of the sum instead of that of a probability, which may be 0 in floating point:
    ``log(sum of exp(s[j])) = m + log(sum of exp(s[j] - m))``.

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
    CS231n course notes, "Linear classification", softmax classifier.
    P. Blanchard, D. Higham and N. Higham, "Accurately computing the log-sum-exp and softmax functions",
    IMA Journal of Numerical Analysis 41, 2021.
    """
    raise NotImplementedError("Implement softmax_loss_naive in softmax.py")


def softmax_loss_vectorized(W, X, y, reg):
    """Return the same loss and gradient as `softmax_loss_naive`, without loops over examples or classes.

    Parameters
    ----------
    W : float array (D, C)
    X : float array (N, D)
    y : integer array (N,)
    reg : float
        As for `softmax_loss_naive`; none of them is changed.

    Returns
    -------
    loss : float
    dW : float array (D, C)
        Both are finite for every finite score.
    """
    raise NotImplementedError("Implement softmax_loss_vectorized in softmax.py")


def softmax_jacobian(p):
    """Return the derivatives of softmax probabilities for the scores that they come from.

    ``jacobian[i, j] = dp[i] / ds[j] = p[i] * (1 - p[j])`` if i equals j, else ``-p[i] * p[j]``.

    Parameters
    ----------
    p : float array (C,)
        Probabilities of one example, as given by the softmax. Not changed.

    Returns
    -------
    jacobian : float array (C, C)
        Symmetric; each row sums to 0, since adding a number to all scores changes no probability.
    """
    raise NotImplementedError("Implement softmax_jacobian in softmax.py")


def softmax_gradients(W, X, b, y):
    """Return the softmax loss of scores ``X @ W + b``, without a penalty, and all of its gradients.

    The gradient for the scores is the same as in `softmax_loss_vectorized`; each input of the scores gets its
    own from it by the chain rule.

    Parameters
    ----------
    W : float array (D, C)
        Weights, one column for each class.
    X : float array (N, D)
        A minibatch, one example a row.
    b : float array (C,)
        Biases.
    y : integer array (N,)
        Correct classes, from 0 to C - 1. None of the four is changed.

    Returns
    -------
    loss : float
        Mean over the examples; finite for every finite score.
    dW : float array (D, C)
    dX : float array (N, D)
    db : float array (C,)
    """
    raise NotImplementedError("Implement softmax_gradients in softmax.py")
