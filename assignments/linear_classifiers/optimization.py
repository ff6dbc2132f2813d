"""Three ways to find weights with a small loss: by luck, by small lucky steps, and downhill."""

import numpy as np


def random_search(loss, shape, num_iters, rng, scale=1e-4):
    """Draw weights at random again and again, and keep the best.

    Every try is independent of the others: ``scale`` times an array of standard normal numbers.

    Parameters
    ----------
    loss : function
        Takes weights and returns a number. It is called once for each try.
    shape : tuple of int
        Shape of the weights, such as (D, C).
    num_iters : int
        Number of tries.
    rng : numpy.random.Generator
        Draws the weights.
    scale : float
        Standard deviation of the weights.

    Returns
    -------
    W : float array of shape `shape`
        The weights with the smallest loss among those tried.
    history : list of num_iters floats
        The smallest loss so far, after each try; it never rises.

    References
    ----------
    CS231n course notes, "Optimization", strategy 1.
    """
    raise NotImplementedError("Implement random_search in optimization.py")


def random_local_search(loss, W, num_iters, step_size, rng):
    """Try a step in a random direction from the best weights so far, and take it only if the loss falls.

    A try is ``W + step_size * (standard normal numbers)``.

    Parameters
    ----------
    loss : function
        Takes weights and returns a number. Call it once for each try, and once at the start.
    W : float array
        Where to start. Not changed.
    num_iters : int
        Number of tries.
    step_size : float
        Standard deviation of each entry of a step.
    rng : numpy.random.Generator
        Draws the steps.

    Returns
    -------
    W : float array of the same shape
        The weights with the smallest loss among those seen, the start included.
    history : list of num_iters floats
        The loss at the best weights, after each try; it never rises.

    References
    ----------
    CS231n course notes, "Optimization", strategy 2.
    """
    raise NotImplementedError("Implement random_local_search in optimization.py")


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    """Follow the negative gradient: ``W - learning_rate * gradient``, again and again.

    Parameters
    ----------
    loss_and_gradient : function
        Takes weights and returns the loss, a number, and its gradient, an array of the shape of the weights.
        It is called once for each step.
    W : float array
        Where to start. Not changed.
    learning_rate : float
        Step size.
    num_iters : int
        Number of steps.

    Returns
    -------
    W : float array of the same shape
        The weights after the last step.
    history : list of num_iters floats
        The loss before each step (so the loss at the start is in it, that at the returned weights is not).

    References
    ----------
    CS231n course notes, "Optimization", gradient descent.
    """
    raise NotImplementedError("Implement gradient_descent in optimization.py")
