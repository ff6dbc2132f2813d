"""Gradient checks of a layer, as one makes them in practice; built on the toolkit's `check_gradient`."""

import numpy as np

from toolkit import check_gradient


def check_layer(forward, backward, inputs, dout, h=1e-5, num_checks=10, rng=None):
    """Return how wrong each gradient of a layer is.

    With `dout` the gradient of a loss with respect to the layer's output, ``sum(dout * out)`` has the same
    gradients as that loss. Compare `num_checks` of its entries for every input with centred differences,
    by the toolkit's ``check_gradient(f, x, analytic, h=h)``, which sets kinks aside. To have it check only
    some entries, let x be the vector of these entries, and let f put them back where they belong.

    Parameters
    ----------
    forward : callable
        ``forward(*inputs.values())`` returns the output and a cache.
    backward : callable
        ``backward(dout, cache)`` returns the gradients in the order of `inputs`: a tuple, or, if there is
        only one input, an array.
    inputs : dict of str to float array
        Every input by its name, in the order of the arguments: ``{"x": x, "w": w, "b": b}``. Not changed.
    dout : float array, shape of the output
    h : float
        Step of the differences.
    num_checks : int
        How many entries of each input are compared, all of them if it has no more; drawn at random, none
        of them twice.
    rng : numpy.random.Generator, optional
        Draws the entries.

    Returns
    -------
    dict of str to float
        The ``error`` of the toolkit's report for each input.

    Raises
    ------
    ValueError
        If an input or the output is not in double precision (float64); if `forward` gives two different
        outputs for the same inputs, as dropout without a fixed seed does; or if a gradient does not have
        the shape of its input.

    References
    ----------
    CS231n course notes, "Neural Networks Part 3: Learning and Evaluation", section "Gradient Checks".
    """
    raise NotImplementedError("Implement check_layer in gradient_checking.py")
