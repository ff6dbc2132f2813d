"""Circuits of many gates: forward in stages, then back through the stages in reverse order."""

import numpy as np


def circuit_forward(x, y):
    """Return ``f(x, y) = (x + σ(y)) / (σ(x) + (x + y)**2)``, computed in stages.

    Give every intermediate value a name (σ(y), the numerator, σ(x), x + y, its square, the denominator, its
    reciprocal, f): each stage is then so simple that you know its derivative. ``σ(t) = 1 / (1 + exp(-t))``.
    For x = 3 and y = -4, f is 1.5456.

    Parameters
    ----------
    x, y : numbers, or float arrays of one shape
        Every entry is a circuit of its own.

    Returns
    -------
    f : number or array
    cache : anything
        The intermediate values that `circuit_backward` needs.

    References
    ----------
    CS231n course notes, "Backpropagation, Intuitions", section on staged computation.
    """
    raise NotImplementedError("Implement circuit_forward in circuit.py")


def circuit_backward(cache):
    """Return the derivatives of `f` with respect to `x` and `y`.

    Go through the stages in reverse order. A value that is used in several places (`x` is used in three) gets
    a gradient from each of them, and they add up: ``+=``, not ``=``.

    Parameters
    ----------
    cache : as returned by `circuit_forward`

    Returns
    -------
    dx, dy : like `x` and `y`
    """
    raise NotImplementedError("Implement circuit_backward in circuit.py")


def neuron_forward(w, x):
    """Return the output of a neuron with a sigmoid, ``σ(w[0] x[0] + … + w[D-1] x[D-1] + w[D])``.

    Parameters
    ----------
    w : float array (D + 1,)
        The weights of the D inputs; the last entry is the bias.
    x : float array (D,)

    Returns
    -------
    out : float
        Between 0 and 1: the neuron's probability of one of two classes.
    cache : anything
        What `neuron_backward` needs.

    References
    ----------
    CS231n course notes, "Backpropagation, Intuitions", section on the sigmoid.
    """
    raise NotImplementedError("Implement neuron_forward in circuit.py")


def neuron_backward(dout, cache):
    """Return the derivatives of the circuit that the neuron is part of.

    Parameters
    ----------
    dout : float
        Derivative with respect to the neuron's output.
    cache : as returned by `neuron_forward`

    Returns
    -------
    dw : float array (D + 1,)
    dx : float array (D,)
    """
    raise NotImplementedError("Implement neuron_backward in circuit.py")
