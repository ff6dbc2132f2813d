"""The logarithm has one base and the power another: `np.log` belongs to `np.exp`, `np.log10` to `10 **`."""

import numpy as np

MODULE = "search"
CHECK = "sample_log_uniform"


def sample_log_uniform(low, high, rng, size=None):
    return 10 ** rng.uniform(np.log(low), np.log(high), size)
