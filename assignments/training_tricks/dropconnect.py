"""DropConnect: switch the weights of a fully connected layer off at random, instead of its units.

Source: L. Wan, M. Zeiler, S. Zhang, Y. LeCun and R. Fergus, "Regularization of Neural Networks using
DropConnect", 2013. As in inverted dropout, what is kept is divided by p, so that testing needs no change.
(The paper draws a mask for each example; one mask for each minibatch is a matrix product, and enough here.)
"""

import numpy as np


def dropconnect_forward(x, w, b, dropout_param, rng=None):
    """Return the scores of a fully connected layer some of whose weights are switched off.

    In the mode "train", ``out = x (w * mask) + b``: one mask for the whole minibatch, whose entries are 1 / p
    with the probability p and 0 otherwise, independently of each other. The bias is never switched off. In
    the mode "test", ``out = x w + b``.

    Parameters
    ----------
    x : float array (N, D)
    w : float array (D, M)
    b : float array (M,)
    dropout_param : dict
        ``p``, the probability of *keeping* a weight, ``mode``, and optionally ``seed``, as in
        `dropout_forward`.
    rng : numpy.random.Generator, optional
        Source of the mask if there is no seed.

    Returns
    -------
    out : float array (N, M)
    cache : tuple
        ``(x, w, mask)``; in the mode "test" the mask is all ones.
    """
    raise NotImplementedError("Implement dropconnect_forward in dropconnect.py")


def dropconnect_backward(dout, cache):
    """Return the gradients of a layer with DropConnect.

    Parameters
    ----------
    dout : float array (N, M)
    cache : tuple
        As returned by `dropconnect_forward`.

    Returns
    -------
    dx : float array (N, D)
    dw : float array (D, M)
        0 for weights that were switched off.
    db : float array (M,)
    """
    raise NotImplementedError("Implement dropconnect_backward in dropconnect.py")
