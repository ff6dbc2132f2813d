"""Inverted dropout: switch units off at random while training, and leave them alone when testing.

Source: N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout: A Simple Way to
Prevent Neural Networks from Overfitting", 2014; the inverted form is that of the CS231n course notes, "Neural
Networks Part 2".
"""

import numpy as np


def dropout_forward(x, dropout_param, rng=None):
    """Return the minibatch with some of its entries switched off.

    In the mode "train", every entry is kept with the probability p and set to 0 otherwise, each independently
    of all others; what is kept is **divided by p**, so that its expected value stays what it was. In the mode
    "test", the output is the input.

    Here p is the probability of *keeping* an entry. (In some texts and libraries it is that of dropping it.)

    Parameters
    ----------
    x : float array of any shape
    dropout_param : dict
        ``p``: the probability of keeping, 0 < p ≤ 1; ``mode``: "train" or "test"; ``seed``, optional: an
        integer that determines the mask, the same in every call. It makes gradient checks possible.
    rng : numpy.random.Generator, optional
        Source of the mask if there is no seed; ``np.random.default_rng()`` if none is given.

    Returns
    -------
    out : float array of the shape of `x`
    cache : tuple
        ``(dropout_param, mask)``: the mask holds 0 and 1 / p; it is None in the mode "test".
    """
    raise NotImplementedError("Implement dropout_forward in dropout.py")


def dropout_backward(dout, cache):
    """Return the gradient of dropout: what the forward pass let through passes, by the same factor.

    Parameters
    ----------
    dout : float array of any shape
    cache : tuple
        ``(dropout_param, mask)``, as returned by `dropout_forward`; its mode may be "test", too.

    Returns
    -------
    dx : float array of the same shape
    """
    raise NotImplementedError("Implement dropout_backward in dropout.py")
