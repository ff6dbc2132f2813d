"""Checks of update ratios, and of what the curves of made-up training runs say."""

import numpy as np

from toolkit.checks import check, equal


def run(rng, end=0.9, bend=6.0, train=0.68, gap=0.05, wiggle=0.04, count=240):
    """Return a history: a loss that falls from 2.3 to about `end`, and accuracies of ten epochs.

    Parameters
    ----------
    bend : float
        How soon the loss levels out; near 0 it falls along a straight line.
    train, gap : float
        The last training accuracy, and how much lower the validation accuracy then is.
    wiggle : float
        Standard deviation of the noise of the minibatches, as a share of the loss.
    """
    progress = -np.expm1(-bend * np.linspace(0, 1, count)) / -np.expm1(-bend)
    losses = (2.3 - (2.3 - end) * progress) * (1 + wiggle * np.clip(rng.normal(size=count), -2.5, 2.5))
    losses[0] = 2.3
    epochs = -np.expm1(-4 * np.linspace(0.1, 1, 10)) / -np.expm1(-4)
    accuracies = [0.1 + (last - 0.1) * epochs for last in (train, train - gap)]
    return {"loss_history": losses, "train_acc_history": accuracies[0], "val_acc_history": accuracies[1]}


def labels(babysitting, *histories):
    """Return the answers of a submission."""
    return [babysitting.diagnose_curves(history) for history in histories]


def rising(rng, top):
    """Return a run whose loss falls, and then rises in its second half."""
    falling = run(rng)
    return {**falling, "loss_history": falling["loss_history"] + np.linspace(-top, top, 240).clip(0)}


@check("babysitting", points=0.5)
def update_ratio(babysitting, rng):
    """The norm of an update beside the norm of the weights"""
    w = rng.normal(size=(6, 4))
    return {"ratio": babysitting.update_ratio(w, -0.003 * rng.normal(1, 1, (6, 4)))}


@check(
    "babysitting", points=1, cell="diagnose_curves", outputs=dict.fromkeys(("too_low", "too_high"), equal())
)
def diagnose_curves(babysitting, rng):
    """Learning rates that are too low or too high, beside a healthy one"""
    slow, healthy = run(rng, end=1.4, bend=0.3, train=0.4), run(rng)
    return {
        "too_low": labels(babysitting, slow, healthy),
        "too_high": labels(babysitting, rising(rng, 0.8), healthy),
    }


@check(
    "babysitting",
    points=0.75,
    cell="diagnose_curves",
    outputs=dict.fromkeys(("overfit", "validation_higher", "underfit"), equal()),
)
def diagnose_curves_gap(babysitting, rng):
    """Overfitting and underfitting, beside a healthy run"""
    healthy, by_heart = run(rng, train=0.56, gap=0.1), run(rng, end=0.2, train=0.97, gap=0.4)
    return {
        "overfit": labels(babysitting, by_heart, healthy),
        "validation_higher": labels(babysitting, run(rng, train=0.6, gap=-0.2), by_heart),
        "underfit": labels(babysitting, run(rng, end=1.7, train=0.36, gap=0.02), healthy),
    }


### BEGIN HIDDEN TESTS
@check("babysitting", points=0.25, cell="update_ratio")
def update_ratio_shapes(babysitting, rng):
    """Update ratios of a vector and of filters"""
    shapes = {"vector": (9,), "filters": (3, 2, 5, 4)}
    return {
        name: babysitting.update_ratio(rng.normal(3, 1, shape), 0.02 * rng.normal(size=shape))
        for name, shape in shapes.items()
    }


@check(
    "babysitting",
    points=1,
    cell="diagnose_curves",
    outputs=dict.fromkeys(("not_a_number", "explosion", "flat", "wiggle", "low"), equal()),
)
def diagnose_curves_extremes(babysitting, rng):
    """Losses that explode, hardly fall or wiggle much, and another limit for a poor accuracy"""
    healthy, exploded = run(rng), run(rng)
    exploded["loss_history"][200:] = np.nan
    short = {**exploded, "loss_history": exploded["loss_history"][0] * rng.uniform(3, 5) ** np.arange(6)}
    return {
        "not_a_number": labels(babysitting, exploded, healthy),
        "explosion": labels(babysitting, short, healthy),
        "flat": labels(babysitting, run(rng, end=2.27, train=0.14, wiggle=0.001), healthy),
        "wiggle": labels(babysitting, run(rng, wiggle=0.15), run(rng, end=1.1, bend=0.2, wiggle=0.07)),
        "low": [babysitting.diagnose_curves(healthy, low) for low in (0.8, 0.6)],
    }


### END HIDDEN TESTS
