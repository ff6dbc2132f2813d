"""Reference: a binomial draw for each entry."""

import numpy as np


def generator(dropout_param, rng):
    """Return the source of a mask, drawn from the seeded globals if neither seed nor `rng` came."""
    if "seed" in dropout_param:
        return np.random.default_rng([dropout_param["seed"], 1])
    return rng if isinstance(rng, np.random.Generator) else np.random.default_rng(np.random.randint(2**31))


def dropout_forward(x, dropout_param, rng=None):
    if dropout_param["mode"] == "test":
        return np.array(x), (dropout_param, None)
    keep = dropout_param["p"]
    mask = np.divide(generator(dropout_param, rng).binomial(1, keep, np.shape(x)), keep)
    return np.multiply(mask, x), (dropout_param, mask)


def dropout_backward(dout, cache):
    _, mask = cache
    return np.array(dout) if mask is None else np.multiply(mask, dout)
