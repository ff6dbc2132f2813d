"""Reference: rates as products of what happens at each step, by tables, or by complex exponentials."""

import itertools
from fractions import Fraction

import numpy as np


def constant(step, rate):
    return float(np.full(step + 1, rate)[step])


def step_decay(step, rate, factor, every):
    falls = sum(1 for t in range(1, step + 1) if t % every == 0)
    return float(np.prod([rate, *itertools.repeat(factor, falls)]))


def exponential(step, rate, decay):
    return float(rate * np.power(np.e, -decay) ** step)


def one_over_t(step, rate, decay):
    return float(np.reciprocal(1 / rate + step * decay / rate))


def inverse_square_root(step, rate):
    return float(rate * np.power(1.0 + step, -0.5))


def linear(step, rate, num_steps):
    return float(np.interp(step, [0, num_steps], [rate, 0]))


def cosine(step, rate, num_steps, lowest=0.0):
    turn = np.exp(1j * np.pi * float(Fraction(min(step, num_steps), num_steps)))
    return float(np.interp(turn.real, [-1, 1], [lowest, rate]))


def warm_restarts(step, rate, period, growth=1, lowest=0.0):
    starts, length = [0], period
    while starts[-1] + length <= step:
        starts.append(starts[-1] + length)
        length *= growth
    return cosine(step - starts[-1], rate, length, lowest)


def halve_on_plateau(accuracies, rate, patience):
    waits, best = [0], -np.inf  # lengths of the stretches without progress
    for accuracy in accuracies:
        if accuracy > best:
            waits.append(0)
        else:
            waits[-1] += 1
        best = np.fmax(best, accuracy)
    return float(rate * 0.5 ** sum(wait // patience for wait in waits))


def momentum_annealed(step, num_steps, first=0.5, last=0.99):
    return float(np.interp(step, [0, num_steps], [first, last]))
