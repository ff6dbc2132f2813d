"""Your weights have variance 1 / fan_in. Only `num_inputs` of the inputs count here: variance 1 /
num_inputs.
"""

import numpy as np

MODULE = "initialization"
CHECK = "sparse_initialize"


def sparse_initialize(fan_in, fan_out, rng, num_inputs=10):
    W = np.zeros((fan_in, fan_out))
    for unit in range(fan_out):
        W[rng.permutation(fan_in)[:num_inputs], unit] = rng.standard_normal(num_inputs) / np.sqrt(fan_in)
    return W
