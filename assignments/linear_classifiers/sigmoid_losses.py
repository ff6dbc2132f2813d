"""Two losses of a sigmoid output: squared error, which learns slowly from large errors, and cross-entropy."""

import numpy as np


def squared_error_sigmoid(s, t):
    """Return the squared error of sigmoid outputs, and its derivative for the scores.

    ``loss = (sigma(s) - t) ** 2`` with ``sigma(s) = 1 / (1 + exp(-s))``, entry by entry. By the chain rule
    its derivative has the factor ``sigma(s) * (1 - sigma(s))``, which is nearly 0 wherever the output is sure
    of itself – also where it is sure and wrong.

    Parameters
    ----------
    s : float array of any shape
        Scores, of any size. Not changed.
    t : array of the same shape
        Targets, from 0 to 1.

    Returns
    -------
    loss : float array of the shape of `s`
        The loss of each score by itself: neither a sum nor a mean.
    ds : float array of the shape of `s`
        Derivative of each loss for its score; finite for every finite score.

    References
    ----------
    M. Nielsen, *Neural Networks and Deep Learning*, chapter 3 (with a factor ½).
    """
    raise NotImplementedError("Implement squared_error_sigmoid in sigmoid_losses.py")


def cross_entropy_sigmoid(s, t):
    """Return the cross-entropy of sigmoid outputs, and its derivative for the scores.

    ``loss = -t * log(sigma(s)) - (1 - t) * log(1 - sigma(s))`` with ``sigma(s) = 1 / (1 + exp(-s))``, entry
    by entry; its derivative is ``sigma(s) - t``.

    The formula as it stands takes log(0) for large scores. Both parts follow from ``log(1 + exp(s))``, which
    is ``max(s, 0) + log(1 + exp(-|s|))`` without overflow.

    Parameters
    ----------
    s : float array of any shape
        Scores, of any size. Not changed.
    t : array of the same shape
        Targets, from 0 to 1.

    Returns
    -------
    loss : float array of the shape of `s`
        The loss of each score by itself: neither a sum nor a mean; finite for every finite score.
    ds : float array of the shape of `s`
        Derivative of each loss for its score.

    References
    ----------
    M. Nielsen, *Neural Networks and Deep Learning*, chapter 3.
    """
    raise NotImplementedError("Implement cross_entropy_sigmoid in sigmoid_losses.py")
