"""Initialization: the weights that training starts from.

With n inputs of variance 1 and independent weights of mean 0, a sum ``Σ w_i x_i`` has the variance
``n Var(w)``. So the size of the weights decides whether a signal fades, explodes or keeps its size from layer
to layer.

Source: CS231n course notes, "Neural Networks Part 2", section on weight initialization.
"""

import numpy as np


def initialize(kind, fan_in, fan_out, rng):
    """Return the first weights of a layer, independent Gaussian numbers of mean 0.

    ========== ===================================================================================
    kind       what they are
    ========== ===================================================================================
    "zero"     all 0
    "small"    standard deviation 0.01
    "large"    standard deviation 1
    "xavier"   variance ``1 / fan_in``
    "glorot"   variance ``2 / (fan_in + fan_out)``: a compromise of forward and backward pass
    "he"       variance ``2 / fan_in``: ReLU sets half of the inputs to 0
    ========== ===================================================================================

    Parameters
    ----------
    kind : str
    fan_in, fan_out : int
        Numbers of inputs and outputs (units) of the layer.
    rng : numpy.random.Generator

    Returns
    -------
    W : float array (fan_in, fan_out)

    Raises
    ------
    ValueError
        If there is no such kind.

    References
    ----------
    X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010;
    K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", 2015.
    """
    raise NotImplementedError("Implement initialize in initialization.py")


def sparse_initialize(fan_in, fan_out, rng, num_inputs=10):
    """Connect every unit to a few inputs only, chosen at random for each; all other weights are 0.

    The weights of the connections are independent Gaussian numbers of mean 0 and variance ``1 / num_inputs``,
    so that a unit's sum has the same variance however many inputs there are.

    Parameters
    ----------
    fan_in, fan_out : int
        Numbers of inputs and outputs (units) of the layer.
    rng : numpy.random.Generator
    num_inputs : int, at most `fan_in`
        How many different inputs each unit is connected to.

    Returns
    -------
    W : float array (fan_in, fan_out)
        With `num_inputs` entries in each column that are not 0.

    References
    ----------
    J. Martens, "Deep learning via Hessian-free optimization", 2010, section 5.
    """
    raise NotImplementedError("Implement sparse_initialize in initialization.py")
