"""The gradient of the elastic net lacks the part of the L1, `ratio * np.sign(W)`."""

import numpy as np

MODULE = "penalties"
CHECK = "elastic_net"


def penalty(kind, W, ratio=0.5):
    if kind == "l2":
        return np.sum(W * W), 2 * W
    if kind == "l1":
        return np.sum(np.abs(W)), np.sign(W)
    value = ratio * np.sum(np.abs(W)) + (1 - ratio) * np.sum(W * W)
    return value, 2 * (1 - ratio) * W
