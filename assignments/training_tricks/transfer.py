"""Transfer learning: keep what a network has learnt on one task, and train the rest of it on another.

Parameters are a dict as in `FullyConnectedNet.params`: weights `W1`, `W2`, ... and biases `b1`, `b2`, ... of
the layers, perhaps with `gamma1`, `beta1`, ... of a normalization.
"""

import numpy as np


def freeze(grads, names):
    """Return the gradients with zeros for those parameters that are to stay as they are.

    An update with a gradient of zero leaves a parameter alone, whichever optimizer makes it (if its running
    averages began at zero), so nothing else has to know what is frozen.

    Parameters
    ----------
    grads : dict of str to float array
        Not changed, nor the arrays in it.
    names : collection of str
        The frozen parameters.

    Returns
    -------
    dict of str to float array
        The same names and shapes as in `grads`.

    Raises
    ------
    ValueError
        If one of the names is not in `grads`: a misspelt name would freeze nothing.

    References
    ----------
    CS231n course notes, "Transfer Learning".
    """
    raise NotImplementedError("Implement freeze in transfer.py")


def replace_head(params, num_classes, rng):
    """Return the parameters with a new last layer, for another number of classes.

    The last layer is the one with the largest number. Its new weights are drawn from a normal distribution
    with mean 0 and standard deviation 0.01, its new biases are 0; all other parameters are copied.

    Parameters
    ----------
    params : dict of str to float array
        Not changed, nor the arrays in it.
    num_classes : int
        C.
    rng : numpy.random.Generator

    Returns
    -------
    dict of str to float array
        The same names; the last layer has weights (H, C) and biases (C,), of the type of the old ones. The
        arrays share no memory with those of `params`: training the new network leaves the old one as it is.

    References
    ----------
    J. Yosinski, J. Clune, Y. Bengio, H. Lipson, "How transferable are features in deep neural networks?"
    (2014).
    """
    raise NotImplementedError("Implement replace_head in transfer.py")
