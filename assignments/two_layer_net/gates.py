"""Gates: the smallest circuits, each with a forward and a backward pass.

Every gate works on numbers and, entry by entry, on arrays of one shape. Its forward pass returns the output
and a `cache`, whatever the backward pass will need. Its backward pass receives `dout`, the derivative of the
whole circuit's value with respect to the gate's output, and returns the derivatives with respect to the
gate's inputs: by the chain rule, `dout` times the gate's own (local) derivative. No gate needs to know the
circuit around it.

Source: CS231n course notes, "Backpropagation, Intuitions".
"""

import numpy as np


def add_forward(x, y):
    """Return the sum of two inputs.

    Parameters
    ----------
    x, y : numbers, or float arrays of one shape

    Returns
    -------
    out : ``x + y``
    cache : anything
        What `add_backward` needs.
    """
    raise NotImplementedError("Implement add_forward in gates.py")


def add_backward(dout, cache):
    """Return the derivatives of a sum: an add gate hands its gradient on to both inputs.

    Parameters
    ----------
    dout : like `out`
    cache : as returned by `add_forward`

    Returns
    -------
    dx, dy : like `x` and `y`
    """
    raise NotImplementedError("Implement add_backward in gates.py")


def multiply_forward(x, y):
    """Return the product of two inputs.

    Parameters
    ----------
    x, y : numbers, or float arrays of one shape

    Returns
    -------
    out : ``x * y``, entry by entry
    cache : anything
        What `multiply_backward` needs.
    """
    raise NotImplementedError("Implement multiply_forward in gates.py")


def multiply_backward(dout, cache):
    """Return the derivatives of a product: each input gets the gradient times the *other* input.

    Hence the gradient on the weights grows with the data: a thousand times larger inputs make it a thousand
    times larger.

    Parameters
    ----------
    dout : like `out`
    cache : as returned by `multiply_forward`

    Returns
    -------
    dx, dy : like `x` and `y`
    """
    raise NotImplementedError("Implement multiply_backward in gates.py")


def max_forward(x, y):
    """Return the larger of two inputs.

    Parameters
    ----------
    x, y : numbers, or float arrays of one shape

    Returns
    -------
    out : the larger of `x` and `y`, entry by entry
    cache : anything
        What `max_backward` needs.
    """
    raise NotImplementedError("Implement max_forward in gates.py")


def max_backward(dout, cache):
    """Return the derivatives of a maximum: the larger input gets the whole gradient, the other one zero.

    Where both are equal the maximum has no derivative; either choice is accepted.

    Parameters
    ----------
    dout : like `out`
    cache : as returned by `max_forward`

    Returns
    -------
    dx, dy : like `x` and `y`
    """
    raise NotImplementedError("Implement max_backward in gates.py")


def sigmoid_forward(x):
    """Return the logistic function ``σ(x) = 1 / (1 + exp(-x))``.

    Parameters
    ----------
    x : number or float array
        Of any size: the result is finite for ``|x| = 1000``, too.

    Returns
    -------
    out : like `x`
        Between 0 and 1.
    cache : anything
        What `sigmoid_backward` needs.
    """
    raise NotImplementedError("Implement sigmoid_forward in gates.py")


def sigmoid_backward(dout, cache):
    """Return the derivative of the logistic function, ``σ'(x) = σ(x) (1 - σ(x))``, times `dout`.

    Parameters
    ----------
    dout : like `out`
    cache : as returned by `sigmoid_forward`

    Returns
    -------
    dx : like `x`
    """
    raise NotImplementedError("Implement sigmoid_backward in gates.py")


def reciprocal_forward(x):
    """Return ``1 / x`` and what `reciprocal_backward` needs.

    Parameters
    ----------
    x : number or float array, not 0
    """
    raise NotImplementedError("Implement reciprocal_forward in gates.py")


def reciprocal_backward(dout, cache):
    """Return the derivative of ``1 / x``, which is ``-1 / x**2``, times `dout`."""
    raise NotImplementedError("Implement reciprocal_backward in gates.py")


def exp_forward(x):
    """Return ``e ** x`` and what `exp_backward` needs.

    Parameters
    ----------
    x : number or float array
    """
    raise NotImplementedError("Implement exp_forward in gates.py")


def exp_backward(dout, cache):
    """Return the derivative of ``e ** x``, which is ``e ** x`` itself, times `dout`."""
    raise NotImplementedError("Implement exp_backward in gates.py")


def add_constant_forward(x, c):
    """Return ``c + x`` and what `add_constant_backward` needs.

    Parameters
    ----------
    x : number or float array
    c : number
        A constant: nobody asks for its derivative.
    """
    raise NotImplementedError("Implement add_constant_forward in gates.py")


def add_constant_backward(dout, cache):
    """Return the derivative of ``c + x`` with respect to `x` times `dout`."""
    raise NotImplementedError("Implement add_constant_backward in gates.py")


def scale_forward(x, a):
    """Return ``a * x`` and what `scale_backward` needs.

    Parameters
    ----------
    x : number or float array
    a : number
        A constant: nobody asks for its derivative.
    """
    raise NotImplementedError("Implement scale_forward in gates.py")


def scale_backward(dout, cache):
    """Return the derivative of ``a * x`` with respect to `x` times `dout`."""
    raise NotImplementedError("Implement scale_backward in gates.py")
