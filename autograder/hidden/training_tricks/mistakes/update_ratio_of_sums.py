"""Entries of both signs cancel in a sum. The norm is the root of the sum of squares."""

import numpy as np

MODULE = "babysitting"
CHECK = "update_ratio"


def update_ratio(w, step):
    return float(abs(np.sum(step)) / abs(np.sum(w)))
