"""You use the other convention, ½ the sum of W² with the gradient W. That is consistent; here the penalty
has no ½, so your `reg` is worth half of ours.
"""

import numpy as np

MODULE = "penalties"
CHECK = "penalty_l2"
KEEPS = 0.9


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return 0.5 * np.sum(W * W), W
    if kind == "l1":
        return np.sum(np.abs(W)), np.sign(W)
    value = ratio * np.sum(np.abs(W)) + (1 - ratio) * np.sum(W * W)
    return value, ratio * np.sign(W) + 2 * (1 - ratio) * W
