"""Numerical gradients, and how far they are from analytic ones."""

import numpy as np


def forward_difference(f, x, h=1e-5):
    """Return the gradient of f at x by forward differences.

    ``gradient[i] = (f(x + h e_i) - f(x)) / h``, where ``e_i`` is 1 in entry i and 0 elsewhere.

    The error shrinks in proportion to h, and f is called once more than `x` has entries.

    Parameters
    ----------
    f : function
        Takes an array like `x` and returns a number.
    x : float64 array of any shape
        Has its old values, bit for bit, when the function returns.
    h : float
        Step.

    Returns
    -------
    gradient : float array of the shape of `x`

    References
    ----------
    CS231n course notes, "Optimization", computing the gradient numerically with finite differences.
    """
    raise NotImplementedError("Implement forward_difference in gradient_check.py")


def eval_numerical_gradient(f, x, verbose=False, h=1e-5):
    """Return the gradient of f at x by centred differences.

    ``gradient[i] = (f(x + h e_i) - f(x - h e_i)) / 2h``, where ``e_i`` is 1 in entry i and 0 elsewhere.

    The error shrinks in proportion to the square of h, and f is called twice for each entry of `x`.

    Parameters
    ----------
    f : function
        Takes an array like `x` and returns a number.
    x : float64 array of any shape
        Change it in place, one entry at a time, and call ``f(x)`` with `x` itself: then a function that looks
        at this array under another name can be checked too. Put the old value back after each entry – the
        value that you have kept, since ``x[i] += h`` followed by ``x[i] -= h`` rounds – so that `x` is the
        same, bit for bit, when the function returns.
    verbose : bool
        Print each index and its slope.
    h : float
        Step.

    Returns
    -------
    gradient : float array of the shape of `x`

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", gradient checks: use the centred formula.
    """
    raise NotImplementedError("Implement eval_numerical_gradient in gradient_check.py")


def relative_error(a, b):
    """Return the largest relative error between two numbers or arrays.

    ``|a - b| / max(|a|, |b|)`` for each pair of entries, and 0 where both are 0; the largest of these.

    Parameters
    ----------
    a, b : numbers, or arrays of one shape

    Returns
    -------
    error : float
        From 0 (equal) through 1 (one of them is 0) to 2 (equal but for the sign).

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", gradient checks: use relative error for the comparison.
    """
    raise NotImplementedError("Implement relative_error in gradient_check.py")


def grad_check_sparse(f, x, analytic_grad, num_checks=10, h=1e-5, rng=None):
    """Compare an analytic gradient with centred differences at some entries, drawn at random.

    A CIFAR-10 weight matrix has 30,730 entries; a few of them, drawn again for each check, show most
    mistakes.

    Parameters
    ----------
    f : function
        Takes an array like `x` and returns a number.
    x : float64 array of any shape
        Has its old values, bit for bit, when the function returns.
    analytic_grad : float array of the shape of `x`
        The gradient to check.
    num_checks : int
        How many entries to draw, each of them equally likely. The same entry may be drawn again.
    h : float
        Step.
    rng : numpy.random.Generator, optional
        Draws the entries; a fresh one by default.

    Returns
    -------
    errors : list of num_checks floats
        The relative error (see `relative_error`) at each drawn entry, in the order drawn.
    """
    raise NotImplementedError("Implement grad_check_sparse in gradient_check.py")
