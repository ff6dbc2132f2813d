"""Only whole powers of ten are drawn (0.1, 0.01, …): that is a coarse grid. Draw the exponent with
`rng.uniform`, not with `rng.integers`.
"""

import numpy as np

MODULE = "search"
CHECK = "sample_log_uniform"


def sample_log_uniform(low, high, rng, size=None):
    first, last = np.ceil(np.log10(low)), np.floor(np.log10(high))
    return 10.0 ** rng.integers(first, last + 1, size)
