"""Reference: initial weights by their variances; sparse ones by ranks of random numbers."""

import numpy as np


def initialize(kind, fan_in, fan_out, rng):
    variances = {
        "zero": 0,
        "small": 1e-4,
        "large": 1,
        "xavier": 1 / fan_in,
        "glorot": 1 / np.mean([fan_in, fan_out]),
        "he": 1 / (fan_in / 2),
    }
    return rng.normal(0, variances[kind] ** 0.5, size=(fan_in, fan_out))


def sparse_initialize(fan_in, fan_out, rng, num_inputs=10):
    ranks = rng.random((fan_in, fan_out)).argsort(axis=0).argsort(axis=0)
    return np.where(ranks < num_inputs, rng.normal(0, num_inputs**-0.5, (fan_in, fan_out)), 0)
