"""Penalties on weights, with their gradients, and the constraint of a largest norm.

Sources: CS231n course notes, "Neural Networks Part 2", section on regularization; H. Zou and T. Hastie,
"Regularization and variable selection via the elastic net", 2005.
"""

import numpy as np


def penalty(kind, W, ratio=0.5):
    """Return a penalty on weights and its gradient; a network adds ``reg`` times both.

    ========================  ======================================================
    kind                      value
    ========================  ======================================================
    ``"l2"``                  the sum of W² over all entries, without a factor ½
    ``"l1"``                  the sum of \\|W\\| over all entries
    ``"elastic_net"``         ``ratio`` times the L1 plus ``1 - ratio`` times the L2
    ========================  ======================================================

    At a weight of exactly 0 the L1 penalty has a kink; any slope from -1 to 1 will do.

    Parameters
    ----------
    kind : str
    W : float array of any shape
    ratio : float
        Share of the L1 in the elastic net (an optional exercise); the other kinds ignore it.

    Returns
    -------
    value : float
    gradient : float array of the shape of `W`

    Raises
    ------
    ValueError
        If there is no such kind.
    """
    raise NotImplementedError("Implement penalty in penalties.py")


def max_norm_project(W, max_norm):
    """Return weights in which no unit's weight vector is longer than `max_norm`.

    Column j of W holds the weights that lead into unit j. A column whose length (the root of its sum of
    squares) is larger than `max_norm` is shortened to that length, in its own direction; all others, also
    columns of zeros, stay as they are. It is applied after each update, in place of a penalty.

    Parameters
    ----------
    W : float array (D, H)
    max_norm : float, positive

    Returns
    -------
    projected : float array (D, H)
        A new array; `W` is not changed.
    """
    raise NotImplementedError("Implement max_norm_project in penalties.py")
