"""Reference: penalties as norms of the flattened weights, and columns shortened one at a time."""

import numpy as np


def penalty(kind, W, ratio=0.5):
    shares = {"l1": (1.0, 0.0), "l2": (0.0, 1.0), "elastic_net": (ratio, 1 - ratio)}
    if kind not in shares:
        raise ValueError(f"no penalty {kind}")
    first, second = shares[kind]
    flat = np.ravel(W)
    value = first * np.linalg.norm(flat, 1) + second * np.vdot(flat, flat)
    slopes = first * np.copysign(np.heaviside(np.abs(W), 0), W) + second * (W + W)
    return float(value), slopes


def max_norm_project(W, max_norm):
    columns = []
    for column in W.T:
        length = np.linalg.norm(column)
        columns.append(column * max_norm / length if length > max_norm else np.array(column))
    return np.transpose(columns)
