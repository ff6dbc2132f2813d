"""You connect every *input* to `num_inputs` units. It is the other way round: every unit, a column of W, gets
`num_inputs` inputs.
"""

import numpy as np

MODULE = "initialization"
CHECK = "sparse_initialize"


def sparse_initialize(fan_in, fan_out, rng, num_inputs=10):
    W = np.zeros((fan_in, fan_out))
    for row in W:
        row[rng.permutation(fan_out)[:num_inputs]] = rng.standard_normal(min(num_inputs, fan_out))
    return W / np.sqrt(num_inputs)
