"""The hinge loss sums over the *wrong* classes, and there are C - 1 of them: 9 for ten classes, not 10."""

import numpy as np

MODULE = "sanity"
CHECK = "expected_initial_loss"


def expected_initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return float(np.log(num_classes))
    if kind == "svm":
        return num_classes * float(margin)
    if kind == "squared_svm":
        return num_classes * float(margin) ** 2
    raise ValueError(f"kind is {kind!r}, expected softmax, svm or squared_svm")
