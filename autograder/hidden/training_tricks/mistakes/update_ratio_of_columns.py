"""One number for the whole parameter is wanted, not one for each column."""

import numpy as np

MODULE = "babysitting"
CHECK = "update_ratio"


def update_ratio(w, step):
    return np.linalg.norm(step, axis=0) / np.linalg.norm(w, axis=0)
