"""Your "he" multiplies by 2 outside the square root, or divides by fan_in / 2 outside it. The variance is 2 /
fan_in, so the factor is sqrt(2 / fan_in).
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
        "he": 2 / np.sqrt(fan_in),
    }
    deviation = deviations.get(kind, np.sqrt(2 / (fan_in + fan_out)))
    return deviation * rng.standard_normal((fan_in, fan_out))
