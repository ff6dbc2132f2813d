"""All units are connected to the same few inputs, and the others are never seen by anybody. Choose anew for
each unit.
"""

import numpy as np

MODULE = "initialization"
CHECK = "sparse_initialize"


def sparse_initialize(fan_in, fan_out, rng, num_inputs=10):
    W = np.zeros((fan_in, fan_out))
    W[rng.permutation(fan_in)[:num_inputs]] = rng.standard_normal((num_inputs, fan_out)) / np.sqrt(num_inputs)
    return W
