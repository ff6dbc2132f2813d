"""The slope of |W| does not grow with W: it is the sign of W. That is why L1 pushes small weights to exactly
zero.
"""

import numpy as np

MODULE = "penalties"
CHECK = "penalty_l1"


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return np.sum(W * W), 2 * W
    if kind == "l1":
        return np.sum(np.abs(W)), W
    value = ratio * np.sum(np.abs(W)) + (1 - ratio) * np.sum(W * W)
    return value, ratio * np.sign(W) + 2 * (1 - ratio) * W
