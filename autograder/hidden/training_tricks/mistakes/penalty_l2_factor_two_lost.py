"""The value is the sum of W², so the gradient is 2 W: a factor of two is lost."""

import numpy as np

MODULE = "penalties"
CHECK = "penalty_l2"


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return np.sum(W * W), W
    if kind == "l1":
        return np.sum(np.abs(W)), np.sign(W)
    value = ratio * np.sum(np.abs(W)) + (1 - ratio) * np.sum(W * W)
    return value, ratio * np.sign(W) + 2 * (1 - ratio) * W
