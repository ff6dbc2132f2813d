"""Activation functions with parameters of their own, which are learned like weights.

Source: CS231n course notes, "Neural Networks Part 1", section on commonly used activation functions.
"""

import numpy as np


def prelu_forward(x, alpha):
    """Return x where it is positive and ``alpha · x`` where it is negative, with slopes that are learned.

    Parameters
    ----------
    x : float array (N, D)
        Not changed.
    alpha : float array (D,)
        A slope for each unit, of either sign and any size.

    Returns
    -------
    out : float array (N, D)
    cache : anything
        What `prelu_backward` needs.

    References
    ----------
    K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", 2015.
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, x, alpha * x), (x, alpha)
    ### END SOLUTION


def prelu_backward(dout, cache):
    """Return the gradients of a parametric ReLU.

    Each slope acts on every negative input of its unit, so its gradient is a sum over the minibatch.

    Parameters
    ----------
    dout : float array (N, D)
    cache : as returned by `prelu_forward`

    Returns
    -------
    dx : float array (N, D)
    dalpha : float array (D,)
    """
    ### BEGIN SOLUTION
    x, alpha = cache
    dx = np.where(x > 0, dout, alpha * dout)
    dalpha = np.where(x > 0, 0.0, x * dout).sum(axis=0)
    return dx, dalpha
    ### END SOLUTION


def maxout_forward(x, w1, b1, w2, b2):
    """Return ``max(x w1 + b1, x w2 + b2)``, the larger of two affine functions, entry by entry.

    ReLU is the case ``w1 = 0, b1 = 0``. The unit has two pieces to learn and so twice the parameters.

    Parameters
    ----------
    x : float array (N, D)
    w1, w2 : float arrays (D, H)
    b1, b2 : float arrays (H,)

    Returns
    -------
    out : float array (N, H)
    cache : anything
        What `maxout_backward` needs.

    References
    ----------
    I. Goodfellow et al., "Maxout networks", 2013.
    """
    ### BEGIN SOLUTION
    first, second = x @ w1 + b1, x @ w2 + b2  # (N, H)
    return np.maximum(first, second), (x, w1, w2, first > second)
    ### END SOLUTION


def maxout_backward(dout, cache):
    """Return the gradients of maxout: a maximum hands its gradient to the larger input alone.

    Where both are equal either choice is accepted.

    Parameters
    ----------
    dout : float array (N, H)
    cache : as returned by `maxout_forward`

    Returns
    -------
    dx : float array (N, D)
    dw1 : float array (D, H)
    db1 : float array (H,)
    dw2 : float array (D, H)
    db2 : float array (H,)
    """
    ### BEGIN SOLUTION
    x, w1, w2, first_wins = cache
    dfirst, dsecond = dout * first_wins, dout * ~first_wins  # (N, H)
    dx = dfirst @ w1.T + dsecond @ w2.T
    return dx, x.T @ dfirst, dfirst.sum(axis=0), x.T @ dsecond, dsecond.sum(axis=0)
    ### END SOLUTION
