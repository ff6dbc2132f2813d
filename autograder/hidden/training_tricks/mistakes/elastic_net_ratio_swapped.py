"""`ratio` is the share of the L1; you multiply the L2 by it."""

import numpy as np

MODULE = "penalties"
CHECK = "elastic_net"


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return np.sum(W * W), 2 * W
    if kind == "l1":
        return np.sum(np.abs(W)), np.sign(W)
    value = (1 - ratio) * np.sum(np.abs(W)) + ratio * np.sum(W * W)
    return value, (1 - ratio) * np.sign(W) + 2 * ratio * W
