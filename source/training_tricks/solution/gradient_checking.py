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
    ### BEGIN SOLUTION
    rng = np.random.default_rng() if rng is None else rng
    out, cache = forward(*inputs.values())
    for name, array in {**inputs, "the output": out}.items():
        if array.dtype != np.float64:
            raise ValueError(f"{name} is in {array.dtype}, expected float64: its rounding hides the error")
    if not np.array_equal(out, forward(*inputs.values())[0]):
        raise ValueError("forward gave two outputs for the same inputs: fix the seed of its random numbers")
    gradients = backward(dout, cache)
    if not isinstance(gradients, tuple | list):
        gradients = (gradients,)
    errors = {}
    for (name, x), gradient in zip(inputs.items(), gradients, strict=True):
        if gradient.shape != x.shape:
            raise ValueError(f"the gradient of {name} has shape {gradient.shape}, expected {x.shape}")
        entries = rng.choice(x.size, size=min(num_checks, x.size), replace=False)

        def value(values, name=name, x=x, entries=entries):
            moved = x.copy()
            moved.flat[entries] = values
            return np.sum(dout * forward(*{**inputs, name: moved}.values())[0])

        errors[name] = check_gradient(value, x.flat[entries], gradient.flat[entries], h=h).error
    return errors
    ### END SOLUTION
