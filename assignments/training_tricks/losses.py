"""Losses for other problems than one label out of several: many labels at once, numbers, a tree of classes.

Each returns the mean loss over the N examples and its gradient with respect to `x`.
"""

import numpy as np


def multilabel_hinge_loss(x, y):
    """Loss of C attributes, each present or not, with a binary SVM for each.

    ``L_i = sum_j max(0, 1 - y_ij x_ij)``, and the loss is the mean of the L_i.

    Parameters
    ----------
    x : float array (N, C)
        Scores.
    y : array (N, C)
        1 where the example has the attribute, -1 where it does not.

    Returns
    -------
    loss : float
    dx : float array (N, C)

    References
    ----------
    CS231n course notes, "Neural Networks Part 2", section "Losses" (attribute classification).
    """
    raise NotImplementedError("Implement multilabel_hinge_loss in losses.py")


def multilabel_logistic_loss(x, y):
    """Loss of C attributes, each present or not, with a logistic regression for each.

    With the sigmoid function σ, ``L_i = -sum_j (y_ij log σ(x_ij) + (1 - y_ij) log(1 - σ(x_ij)))``, and the
    loss is the mean of the L_i. It is finite for scores of any size.

    Parameters
    ----------
    x : float array (N, C)
        Scores.
    y : array (N, C)
        1 where the example has the attribute, 0 where it does not.

    Returns
    -------
    loss : float
    dx : float array (N, C)

    References
    ----------
    CS231n course notes, "Neural Networks Part 2", section "Losses" (attribute classification).
    """
    raise NotImplementedError("Implement multilabel_logistic_loss in losses.py")


def l1_loss(x, y):
    """Loss of a regression by absolute differences.

    ``L_i = sum_j |x_ij - y_ij|``, and the loss is the mean of the L_i.

    Parameters
    ----------
    x, y : float arrays (N, C)
        Predictions and what they should be.

    Returns
    -------
    loss : float
    dx : float array (N, C)

    References
    ----------
    CS231n course notes, "Neural Networks Part 2", section "Losses" (regression).
    """
    raise NotImplementedError("Implement l1_loss in losses.py")


def l2_loss(x, y):
    """Loss of a regression by squared differences.

    ``L_i = sum_j (x_ij - y_ij)²``, without a factor ½, and the loss is the mean of the L_i.

    Parameters
    ----------
    x, y : float arrays (N, C)
        Predictions and what they should be.

    Returns
    -------
    loss : float
    dx : float array (N, C)

    References
    ----------
    CS231n course notes, "Neural Networks Part 2", section "Losses" (regression).
    """
    raise NotImplementedError("Implement l2_loss in losses.py")


def hierarchical_softmax_loss(x, y):
    """Cross-entropy of labels that are leaves of a binary tree, with one score for each fork.

    The C - 1 forks are the nodes 0 (the root) to C - 2, and class c is the leaf C - 1 + c. Behind node k come
    the nodes 2 k + 1 on the left and 2 k + 2 on the right. At fork k one goes right with the probability
    σ(x_k), else left. The probability of a class is the product over the forks on the way to its leaf, and
    ``L_i = -log p(y_i)``; the loss is the mean of the L_i. It is finite for scores of any size.

    Parameters
    ----------
    x : float array (N, C - 1)
        Scores of the forks.
    y : int array (N,)
        Labels from 0 to C - 1.

    Returns
    -------
    loss : float
    dx : float array (N, C - 1)
        0 at the forks that are not on the way to the label.

    References
    ----------
    F. Morin, Y. Bengio, "Hierarchical Probabilistic Neural Network Language Model" (2005).
    """
    raise NotImplementedError("Implement hierarchical_softmax_loss in losses.py")
