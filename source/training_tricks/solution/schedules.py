"""Schedules: the learning rate of each step of training, and momentum that grows.

`step` is the number of steps done so far: 0 at the first one, which takes the full `rate` (or the momentum
`first`). All return one float. Lengths (`every`, `num_steps`, `period`) are numbers of steps.

Sources: CS231n course notes, "Neural Networks Part 3: Learning", section on annealing the learning rate, and
the paper named below.
"""

import math


def constant(step, rate):
    """Return the same rate at every step.

    Parameters
    ----------
    step : int
    rate : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return rate
    ### END SOLUTION


def step_decay(step, rate, factor, every):
    """Return a rate that is multiplied by `factor` after `every` steps, and again after as many more.

    Steps 0, …, every - 1 have the first rate, step `every` is the first one with ``rate · factor``.

    Parameters
    ----------
    step : int
    rate : float
        The rate of the first steps.
    factor : float
        From 0 to 1, for example 0.5 each 5 epochs or 0.1 each 20 epochs.
    every : int

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return rate * factor ** (step // every)
    ### END SOLUTION


def exponential(step, rate, decay):
    """Return ``rate · e^(-decay · step)``.

    Parameters
    ----------
    step : int
    rate, decay : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return rate * math.exp(-decay * step)
    ### END SOLUTION


def one_over_t(step, rate, decay):
    """Return ``rate / (1 + decay · step)``.

    Parameters
    ----------
    step : int
    rate, decay : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return rate / (1 + decay * step)
    ### END SOLUTION


def inverse_square_root(step, rate):
    """Return ``rate / √t``, where t counts the steps from 1: ``t = step + 1``.

    Parameters
    ----------
    step : int
    rate : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return rate / math.sqrt(step + 1)
    ### END SOLUTION


def linear(step, rate, num_steps):
    """Return a rate that falls along a line from `rate` at step 0 to 0 at step `num_steps`, and stays 0.

    Parameters
    ----------
    step : int
    rate : float
    num_steps : int

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return rate * max(0.0, 1 - step / num_steps)
    ### END SOLUTION


def cosine(step, rate, num_steps, lowest=0.0):
    """Return a rate that falls as half a cosine from `rate` to `lowest` at step `num_steps`, and stays there.

    ``lowest + ½ (rate - lowest) (1 + cos(π · step / num_steps))``: slow at first, fast in the middle, slow
    at the end.

    Parameters
    ----------
    step : int
    rate, lowest : float
    num_steps : int

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    part = min(step / num_steps, 1.0)
    return lowest + 0.5 * (rate - lowest) * (1 + math.cos(math.pi * part))
    ### END SOLUTION


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    """Return a rate that falls as a cosine again and again: after `period` steps it is back at `rate`.

    Within a period it is `cosine` with ``num_steps = period``, counted from the last restart. Each period is
    `growth` times as long as the one before: with ``period=10, growth=2`` restarts are at steps 10, 30, 70, …

    Parameters
    ----------
    step : int
    rate, lowest : float
    period : int
        Length of the first period.
    growth : int
        At least 1.

    Returns
    -------
    float

    Source: I. Loshchilov, F. Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR 2017.
    """
    ### BEGIN SOLUTION
    while step >= period:
        step, period = step - period, period * growth
    return lowest + 0.5 * (rate - lowest) * (1 + math.cos(math.pi * step / period))
    ### END SOLUTION


def halve_on_plateau(accuracies, rate, patience):
    """Return the rate after these epochs, halved whenever the validation accuracy has stopped rising.

    Go through the epochs with the best accuracy so far. An epoch that is strictly better is the new best; any
    other one is waited through. After `patience` such epochs in a row the rate is halved, and the waiting
    begins anew (the best stays).

    Parameters
    ----------
    accuracies : list of float
        Validation accuracy after each epoch so far; it may be empty.
    rate : float
        The rate at the beginning.
    patience : int

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    best, waited = -math.inf, 0
    for accuracy in accuracies:
        waited = 0 if accuracy > best else waited + 1
        best = max(best, accuracy)
        if waited == patience:
            rate, waited = rate / 2, 0
    return rate
    ### END SOLUTION


def momentum_annealed(step, num_steps, first=0.5, last=0.99):
    """Return a momentum that grows along a line from `first` to `last` at step `num_steps`, and stays there.

    Early gradients point nowhere in particular; later ones agree for longer, and are worth remembering.

    Parameters
    ----------
    step, num_steps : int
    first, last : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return first + (last - first) * min(step / num_steps, 1.0)
    ### END SOLUTION
