"""Your units have `num_inputs` connections only on average: each entry is kept with probability num_inputs /
fan_in. Choose exactly that many for each unit, such as the first of a permutation.
"""

import numpy as np

MODULE = "initialization"
CHECK = "sparse_initialize_ten"


def sparse_initialize(fan_in, fan_out, rng, num_inputs=10):
    W = rng.standard_normal((fan_in, fan_out)) / np.sqrt(num_inputs)
    return W * (rng.random((fan_in, fan_out)) < num_inputs / fan_in)
