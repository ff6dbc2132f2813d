"""The mean of the ratios of single entries is ruled by the few weights that happen to be almost zero. Take
the norms first.
"""

import numpy as np

MODULE = "babysitting"
CHECK = "update_ratio"


def update_ratio(w, step):
    return float(np.mean(np.abs(step) / np.abs(w)))
