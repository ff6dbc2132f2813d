"""Reference: weights that are chosen and counted one by one, products as sums over indices."""

import numpy as np
from dropout import generator


def dropconnect_forward(x, w, b, dropout_param, rng=None):
    mask = np.ones(w.shape)
    if dropout_param["mode"] == "train":
        keep = dropout_param["p"]
        drawn = generator(dropout_param, rng).uniform(size=w.size).reshape(w.shape)
        mask = np.where(drawn >= 1 - keep, 1 / keep, 0.0)
    return np.einsum("nd,dm,dm->nm", x, w, mask) + b, (x, w, mask)


def dropconnect_backward(dout, cache):
    x, w, mask = cache
    dx = np.einsum("nm,dm,dm->nd", dout, w, mask)
    return dx, np.einsum("nd,nm,dm->dm", x, dout, mask), np.einsum("nm->m", dout)
