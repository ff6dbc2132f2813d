"""Checks of initialization: statistics of weights, which everyone draws differently."""

import numpy as np

from toolkit.checks import check, close, equal

KINDS = ("small", "large", "xavier", "glorot", "he")
# Two samples of 15,000 Gaussian weights: their deviations differ by a relative standard error of
# sqrt(2 / (2 · 15,000)) = 0.82 %, their means by sqrt(2 / 15,000) = 0.0115 of a deviation. The bounds allow
# 6.4 of these: a right answer fails one of the ten comparisons with a probability below 2e-9.
DRAWN = {
    **{f"{kind}_deviation": close(rtol=0.0525) for kind in KINDS},
    "means": close(rtol=0, atol=0.074, guard=True),
    "different_numbers": close(rtol=0, atol=0.01, guard=True),
    "zero": equal(guard=True),
    "shapes": equal(guard=True),
}


def statistics(initialization, fan_in, fan_out, rng):
    """Return deviations, means, shapes and shares of different numbers of all kinds of weights."""
    weights = {kind: initialization.initialize(kind, fan_in, fan_out, rng) for kind in ("zero", *KINDS)}
    zero = weights.pop("zero")
    return {
        **{f"{kind}_deviation": W.std() for kind, W in weights.items()},
        "means": [W.mean() / W.std() for W in weights.values()],
        "different_numbers": [len(np.unique(W)) / W.size for W in weights.values()],
        "zero": np.abs(zero).max(),
        "shapes": [list(W.shape) for W in (zero, *weights.values())],
    }


@check("initialization", points=2, outputs=DRAWN)
def initialize(initialization, rng):
    """Weights of every kind: deviation, mean, shape"""
    return statistics(initialization, 250, 60, rng)


# Two samples of 4,800 (40 · 120) connections: their deviations differ by a relative standard error of 1.44 %,
# and 6.4 of these are allowed. Each of 200 inputs is used by 24 of 120 units on average, give or take
# sqrt(120 · 0.2 · 0.8) = 4.4; the deviation of 200 such counts has a standard error of 0.22, the difference
# of two of 0.31, and 6.4 of these are allowed. A right answer fails with a probability below 1e-9.
SPARSE = {
    "inputs_of_each_unit": equal(),
    "deviation": close(rtol=0.093),
    "deviation_of_uses": close(rtol=0, atol=2.0, guard=True),
}


@check("initialization", points=0.5, optional=True, outputs=SPARSE)
def sparse_initialize(initialization, rng):
    """Few connections to each unit, at random"""
    W = initialization.sparse_initialize(200, 120, rng, num_inputs=40)
    return {
        "inputs_of_each_unit": (W != 0).sum(axis=0),
        "deviation": W[W != 0].std(),
        "deviation_of_uses": (W != 0).sum(axis=1).std(),
    }


### BEGIN HIDDEN TESTS
@check("initialization", points=1, cell="initialize", outputs=DRAWN)
def initialize_more_outputs(initialization, rng):
    """Weights of a layer with more outputs than inputs"""
    return statistics(initialization, 40, 375, rng)


@check(
    "initialization",
    points=0.25,
    cell="sparse_initialize",
    optional=True,
    outputs={"deviation": close(rtol=0.093)},
)
def sparse_initialize_ten(initialization, rng):
    """Ten connections unless told otherwise"""
    W = initialization.sparse_initialize(30, 480, rng)
    return {"inputs_of_each_unit": (W != 0).sum(axis=0), "deviation": W[W != 0].std()}


### END HIDDEN TESTS
