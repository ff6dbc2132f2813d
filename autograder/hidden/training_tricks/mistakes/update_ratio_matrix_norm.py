"""`np.linalg.norm(w, 2)` of a matrix is its largest singular value. The norm over all entries is
`np.linalg.norm(w.ravel())`, and works for arrays of any shape.
"""

import numpy as np

MODULE = "babysitting"
CHECK = "update_ratio"


def update_ratio(w, step):
    return float(np.linalg.norm(step, 2) / np.linalg.norm(w, 2))
