"""Ensembles: several models answer together, and where to get them cheaply."""

import numpy as np


def average_probabilities(scores):
    """Return the class probabilities of an ensemble: the mean of its models' softmax probabilities.

    ``p[i, c] = 1/M · Σ_m softmax(scores[m][i])[c]``. Stable: finite for scores of any size.

    Parameters
    ----------
    scores : list of M float arrays (N, C)
        Scores of M models for the same N examples.

    Returns
    -------
    float array (N, C)
        Each row sums to 1.
    """
    raise NotImplementedError("Implement average_probabilities in ensembles.py")


def majority_vote(labels):
    """Return for each example the label that most models give it; of several such, the smallest.

    Parameters
    ----------
    labels : list of M integer arrays (N,)
        Labels, 0 or greater, that M models predict for the same N examples.

    Returns
    -------
    integer array (N,)
    """
    raise NotImplementedError("Implement majority_vote in ensembles.py")


class PolyakAverage:
    """A running average of a model's parameters along its training, to predict with.

    Minibatch steps end somewhere around a minimum, never in it; their average lies nearer. With the decay
    0.995 it remembers about the last 1/(1 - 0.995) = 200 steps.

    Attributes
    ----------
    params : dict of str to float array
        The average; empty before the first update.

    References
    ----------
    B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by averaging", SIAM Journal on
    Control and Optimization 30 (1992); here with exponentially decaying weights, as in CS231n's lectures.
    """

    def __init__(self, decay=0.995):
        """Remember the decay, a number from 0 to 1, and begin without parameters."""
        self.decay, self.params = decay, {}

    def update(self, params):
        """Take in the parameters after a step.

        The first call begins the average with a *copy* of them; each further one makes it
        ``decay * average + (1 - decay) * params``, array by array. The given arrays are not changed, and what
        happens to them later (many update rules write in place) does not change the average.

        Parameters
        ----------
        params : dict of str to float array
            The same names and shapes at every call.
        """
        raise NotImplementedError("Implement PolyakAverage.update in ensembles.py")


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    """Train once with a cyclic learning rate and keep the parameters at the end of each cycle.

    Within a cycle of T steps, the step t = 0, …, T - 1 has the learning rate ``max_rate / 2 · (1 + cos(π t /
    T))``: it falls slowly to nearly 0, where the model settles in a minimum, and jumps back to `max_rate`,
    which throws it out towards another one. Plain steps, ``param - rate * gradient``, for every parameter.

    Parameters
    ----------
    loss : function
        ``loss(params)`` returns the loss of a minibatch and the gradients, a dict like `params`. Call it once
        for each step.
    params : dict of str to float array
        Where to start. Neither the dict nor its arrays are changed.
    num_cycles, cycle_length : int
        Number of cycles, and T, the number of steps in each.
    max_rate : float

    Returns
    -------
    list of `num_cycles` dicts
        The parameters after the last step of each cycle, in arrays of their own.

    References
    ----------
    G. Huang et al., "Snapshot ensembles: train 1, get M for free", ICLR 2017.
    """
    raise NotImplementedError("Implement snapshot_ensemble in ensembles.py")
