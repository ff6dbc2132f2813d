"""The ratio is upside down: the norm of the update belongs above, that of the parameter below."""

import numpy as np

MODULE = "babysitting"
CHECK = "update_ratio"


def update_ratio(w, step):
    return float(np.linalg.norm(np.ravel(w)) / np.linalg.norm(np.ravel(step)))
