""" "zero" means exactly 0 for every weight; small random numbers are the kind "small"."""

import numpy as np

MODULE = "initialization"
CHECK = "initialize"


def initialize(kind, fan_in, fan_out, rng):
    deviations = {
        "zero": 0.01,
        "small": 0.01,
        "large": 1.0,
        "xavier": np.sqrt(1 / fan_in),
        "glorot": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return deviations[kind] * rng.standard_normal((fan_in, fan_out))
