"""Search for hyperparameters: where to try, what to keep, and how to look closer."""

import itertools

import numpy as np


def sample_log_uniform(low, high, rng, size=None):
    """Return random numbers whose logarithms are uniform from log `low` to log `high`.

    What acts by factors, such as a learning rate, is searched by factors: as many tries between 0.001 and
    0.01 as between 0.01 and 0.1.

    Parameters
    ----------
    low, high : float
        Both positive.
    rng : numpy.random.Generator
    size : int or tuple of int, optional
        Shape of the result; without it, a single number.

    Returns
    -------
    float, or float array of shape `size`
        ``low ≤ value ≤ high``.

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", hyperparameter optimization: ``10 ** uniform(-6, 1)``.
    """
    raise NotImplementedError("Implement sample_log_uniform in search.py")


def grid_search(evaluate, grid):
    """Try every combination of the given values.

    Parameters
    ----------
    evaluate : function
        Takes a configuration, a dict such as ``{"learning_rate": 0.1, "reg": 0.001}``, and returns its
        validation accuracy, or NaN if training diverged. Call it once for each configuration.
    grid : dict
        Maps the name of each hyperparameter (any number of them) to the list of its values.

    Returns
    -------
    best : dict
        The configuration with the highest accuracy. One with NaN is never the best.
    results : list of tuples
        ``(configuration, accuracy)`` of everything tried, in any order: one dict of its own for each.
    """
    raise NotImplementedError("Implement grid_search in search.py")


def search_random(evaluate, ranges, count, rng):
    """Try configurations drawn at random, every hyperparameter of each afresh and independently.

    When only some of the hyperparameters matter, which is usual, a grid of 3 × 3 tries three values of those
    that do; nine random configurations try nine.

    Parameters
    ----------
    evaluate : function
        As in `grid_search`. Call it once for each configuration.
    ranges : dict
        Maps the name of each hyperparameter to ``("log", low, high)``, drawn as by `sample_log_uniform`, or
        to ``("uniform", low, high)``, drawn evenly from low to high.
    count : int
        How many configurations to try.
    rng : numpy.random.Generator

    Returns
    -------
    best : dict
    results : list of tuples
        Both as in `grid_search`.

    References
    ----------
    J. Bergstra and Y. Bengio, "Random search for hyper-parameter optimization", JMLR 13 (2012).
    """
    raise NotImplementedError("Implement search_random in search.py")


def on_border(best, values):
    """Say whether the best value is the smallest or the largest of those that were tried.

    Then the right value may well lie beyond: the search was in the wrong place and must be widened.

    Parameters
    ----------
    best : float
        One of `values`.
    values : list of float
        The values that were tried, in any order; some may occur several times.

    Returns
    -------
    bool
    """
    raise NotImplementedError("Implement on_border in search.py")


def refine_range(best, low, high, factor):
    """Return a narrower range around the best value, from coarse to fine.

    On a logarithmic scale the new range has `best` in its middle, and its width, log(new high / new low), is
    that of the old one divided by `factor`. Where `best` is near an end, the new range reaches beyond the old
    one: that is where one wants to look.

    Parameters
    ----------
    best, low, high : float
        The best value so far and the range that was searched, ``0 < low ≤ best ≤ high``.
    factor : float
        How many times as narrow, greater than 1.

    Returns
    -------
    new_low, new_high : float
    """
    raise NotImplementedError("Implement refine_range in search.py")


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    """Find the learning rate at which the loss falls most within about 100 iterations.

    The loss of minibatches jitters. So the fall is measured from the loss before any step, which is the same
    for all rates, to the mean over the last tenth of the iterations, and it must be clear:
    ``fall = 1 - mean(last tenth of the losses) / losses[0]``.

    Parameters
    ----------
    losses_at : function
        ``losses_at(learning_rate, num_iters)`` trains anew and returns the `num_iters` losses of its
        iterations, each before the step of that iteration. Some are NaN or infinite if training diverged.
        Call it once for each rate.
    learning_rates : list of float
    num_iters : int
        A multiple of ten.
    clearly : float
        The smallest fall that counts: 0.1 is a tenth of the first loss.

    Returns
    -------
    best : float or None
        The rate with the largest fall; None if no fall is at least `clearly`.
    falls : dict
        Maps each rate to its fall, which is NaN if any of its losses is not finite.
    """
    raise NotImplementedError("Implement find_learning_rate in search.py")
