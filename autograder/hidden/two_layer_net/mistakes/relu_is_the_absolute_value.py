"""Negative numbers have become positive. ReLU makes them 0."""

import numpy as np

MODULE = "layers"
CHECK = "relu_forward"


def relu_forward(x):
    return np.abs(x), x
