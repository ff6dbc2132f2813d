"""One number is drawn and repeated `size` times. Hand `size` on to `rng.uniform`, so that each is drawn."""

import numpy as np

MODULE = "search"
CHECK = "sample_log_uniform"


def sample_log_uniform(low, high, rng, size=None):
    value = np.exp(rng.uniform(np.log(low), np.log(high)))
    return value if size is None else np.full(size, value)
