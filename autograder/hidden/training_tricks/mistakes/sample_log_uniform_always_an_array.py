"""Without `size` you return an array of one number. Return the number itself, as NumPy's own functions do
where `size` is None.
"""

import numpy as np

MODULE = "search"
CHECK = "sample_log_uniform_one"


def sample_log_uniform(low, high, rng, size=None):
    return np.exp(rng.uniform(np.log(low), np.log(high), 1 if size is None else size))
