"""The squared hinge squares each term, so at equal scores each wrong class adds the square of the margin."""

import numpy as np

MODULE = "sanity"
CHECK = "expected_initial_loss_margin"


def expected_initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return float(np.log(num_classes))
    if kind == "svm":
        return (num_classes - 1) * float(margin)
    if kind == "squared_svm":
        return (num_classes - 1) * float(margin)
    raise ValueError(f"kind is {kind!r}, expected softmax, svm or squared_svm")
