"""Negative inputs give 0, not their absolute value: a ReLU switches them off."""

import numpy as np

MODULE = "activations"
CHECK = "relu"


def relu_forward(x):
    return np.abs(x), x
