"""All your weights are positive: `rng.random` draws evenly from 0 to 1. Weights need both signs and mean 0:
`rng.standard_normal` (with np.random: `randn`, not `rand`).
"""

import numpy as np

MODULE = "initialization"
CHECK = "initialize"


def initialize(kind, fan_in, fan_out, rng):
    deviations = {
        "zero": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(1 / fan_in),
        "he": np.sqrt(2 / fan_in),
    }
    deviation = deviations.get(kind, np.sqrt(2 / (fan_in + fan_out)))
    return deviation * rng.random((fan_in, fan_out))
