"""You take the number of outputs where the number of inputs belongs. How many terms a sum has, and so its
variance, is decided by the *inputs*.
"""

import numpy as np

MODULE = "initialization"
CHECK = "initialize_more_outputs"


def initialize(kind, fan_in, fan_out, rng):
    deviations = {
        "zero": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(1 / fan_out),
        "he": np.sqrt(2 / fan_out),
    }
    deviation = deviations.get(kind, np.sqrt(2 / (fan_in + fan_out)))
    return deviation * rng.standard_normal((fan_in, fan_out))
