"""Your "glorot" has the variance 1 / (fan_in + fan_out). It is one over the *mean* of the two: 2 / (fan_in +
fan_out).
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
    deviation = deviations.get(kind, np.sqrt(1 / (fan_in + fan_out)))
    return deviation * rng.standard_normal((fan_in, fan_out))
