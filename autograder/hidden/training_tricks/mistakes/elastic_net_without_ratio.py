"""You add the L1 and the L2 without their shares, `ratio` and `1 - ratio`."""

import numpy as np

MODULE = "penalties"
CHECK = "elastic_net"


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return np.sum(W * W), 2 * W
    if kind == "l1":
        return np.sum(np.abs(W)), np.sign(W)
    value = np.sum(np.abs(W)) + np.sum(W * W)
    return value, np.sign(W) + 2 * W
