"""`np.linalg.norm(W, 1)` of a matrix is its largest column sum. The penalty sums the absolute values of all
entries.
"""

import numpy as np

MODULE = "penalties"
CHECK = "penalty_l1"


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return np.sum(W * W), 2 * W
    if kind == "l1":
        return np.linalg.norm(W, 1), np.sign(W)
    value = ratio * np.sum(np.abs(W)) + (1 - ratio) * np.sum(W * W)
    return value, ratio * np.sign(W) + 2 * (1 - ratio) * W
