"""With equal scores each wrong class violates the margin by all of it, so each adds `margin`, which need not
be 1.
"""

import numpy as np

MODULE = "sanity"
CHECK = "expected_initial_loss_margin"


def expected_initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return float(np.log(num_classes))
    if kind == "svm":
        return (num_classes - 1) * 1.0
    if kind == "squared_svm":
        return (num_classes - 1) * 1.0
    raise ValueError(f"kind is {kind!r}, expected softmax, svm or squared_svm")
