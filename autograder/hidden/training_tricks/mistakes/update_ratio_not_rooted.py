"""These are sums of squares: their ratio is the square of the ratio of the norms."""

import numpy as np

MODULE = "babysitting"
CHECK = "update_ratio"


def update_ratio(w, step):
    return float(np.sum(step**2) / np.sum(w**2))
