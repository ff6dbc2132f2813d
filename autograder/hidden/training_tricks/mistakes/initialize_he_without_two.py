"""Your "he" is the same as "xavier", 1 / fan_in. ReLU sets half of the inputs to 0 and so halves the
variance; the 2 in 2 / fan_in makes up for it.
"""

import numpy as np

MODULE = "initialization"
CHECK = "initialize"


def initialize(kind, fan_in, fan_out, rng):
    deviations = {"zero": 0, "small": 0.01, "large": 1, "glorot": np.sqrt(2 / (fan_in + fan_out))}
    return deviations.get(kind, np.sqrt(1 / fan_in)) * rng.standard_normal((fan_in, fan_out))
