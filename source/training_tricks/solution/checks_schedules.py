"""Checks of schedules: rates at the beginning, around every change, and after the end."""

import numpy as np

from toolkit.checks import check, close


def rates(schedule, steps, **settings):
    """Return what a schedule gives at some steps."""
    return {"rates": [schedule(step, **settings) for step in steps]}


def along(schedule, accuracies, rate, patience):
    """Return the rates after 0, 1, … epochs."""
    return [
        schedule(accuracies[:count], rate=rate, patience=patience) for count in range(len(accuracies) + 1)
    ]


@check("schedules", points=0.25)
def constant(schedules, rng):
    """The same rate at every step"""
    return rates(schedules.constant, [0, 3, 1000], rate=rng.uniform(0.1, 1))


@check("schedules", points=0.5)
def step_decay(schedules, rng):
    """A rate that falls by steps"""
    settings = {"rate": rng.uniform(0.1, 1), "factor": rng.uniform(0.2, 0.8), "every": 7}
    return rates(schedules.step_decay, [0, 1, 5, 6, 7, 8, 13, 14, 30], **settings)


@check("schedules", points=0.25)
def exponential(schedules, rng):
    """Exponential decay"""
    settings = {"rate": rng.uniform(0.1, 1), "decay": rng.uniform(0.01, 0.05)}
    return rates(schedules.exponential, [0, 1, 2, 10, 90], **settings)


@check("schedules", points=0.25)
def one_over_t(schedules, rng):
    """Decay as 1/t"""
    settings = {"rate": rng.uniform(0.1, 1), "decay": rng.uniform(0.1, 0.5)}
    return rates(schedules.one_over_t, [0, 1, 2, 10, 90], **settings)


@check("schedules", points=0.25)
def inverse_square_root(schedules, rng):
    """Inverse square root of t, counted from 1"""
    return rates(schedules.inverse_square_root, [0, 1, 3, 8, 90], rate=rng.uniform(0.1, 1))


@check("schedules", points=0.25)
def linear(schedules, rng):
    """A rate that falls along a line"""
    return rates(schedules.linear, [0, 1, 10, 29, 39], rate=rng.uniform(0.1, 1), num_steps=40)


@check("schedules", points=0.5)
def cosine(schedules, rng):
    """A rate that falls as half a cosine"""
    return rates(schedules.cosine, [0, 1, 10, 20, 39, 40], rate=rng.uniform(0.1, 1), num_steps=40)


@check("schedules", points=0.75)
def warm_restarts(schedules, rng):
    """Cosines with warm restarts, in periods of one length"""
    steps = [0, 1, 5, 9, 10, 11, 19, 20, 37]
    return rates(schedules.warm_restarts, steps, rate=rng.uniform(0.1, 1), period=10)


@check("schedules", points=1, outputs={"patience_1": close(), "patience_2": close()})
def halve_on_plateau(schedules, rng):
    """Halved when the validation accuracy has stopped rising"""
    accuracies, rate = [0.3, 0.4, 0.39, 0.38, 0.37, 0.41, 0.40, 0.405], rng.uniform(0.1, 1)
    return {f"patience_{n}": along(schedules.halve_on_plateau, accuracies, rate, n) for n in (1, 2)}


@check("schedules", points=0.25)
def momentum_annealed(schedules, rng):
    """Momentum that grows from 0.5 to 0.99"""
    return rates(schedules.momentum_annealed, [0, 1, 20, 49], num_steps=50)


### BEGIN HIDDEN TESTS
@check("schedules", points=0.25, cell="linear")
def linear_after_the_end(schedules, rng):
    """The rate stays 0"""
    return rates(schedules.linear, [19, 20, 21, 300], rate=rng.uniform(0.1, 1), num_steps=20)


@check("schedules", points=0.5, cell="cosine")
def cosine_lowest(schedules, rng):
    """The rate falls to a lowest one, and stays there after the end"""
    settings = {"rate": rng.uniform(0.5, 1), "num_steps": 24, "lowest": rng.uniform(0.1, 0.3)}
    return rates(schedules.cosine, [0, 6, 18, 24, 25, 47, 300], **settings)


@check("schedules", points=0.75, cell="warm_restarts")
def warm_restarts_growing(schedules, rng):
    """Periods that grow, and a lowest rate"""
    settings = {"rate": rng.uniform(0.5, 1), "period": 6, "growth": 3, "lowest": rng.uniform(0.1, 0.3)}
    return rates(schedules.warm_restarts, [0, 5, 6, 7, 23, 24, 50, 77, 78, 300], **settings)


@check("schedules", points=0.5, cell="halve_on_plateau")
def halve_on_plateau_ties(schedules, rng):
    """Equal accuracies are no progress; the best one counts, however long ago it was"""
    accuracies = np.round([0.5, 0.5, *rng.uniform(0.2, 0.4, 3), 0.45, 0.5, 0.48, 0.51, 0.2, 0.3], 3)
    return {"rates": along(schedules.halve_on_plateau, accuracies.tolist(), rng.uniform(0.1, 1), 3)}


@check("schedules", points=0.25, cell="momentum_annealed")
def momentum_annealed_other_ends(schedules, rng):
    """Other ends; after the last step the momentum stays"""
    settings = {"num_steps": 30, "first": rng.uniform(0.1, 0.4), "last": rng.uniform(0.7, 0.9)}
    return rates(schedules.momentum_annealed, [0, 15, 29, 30, 31, 300], **settings)


### END HIDDEN TESTS
