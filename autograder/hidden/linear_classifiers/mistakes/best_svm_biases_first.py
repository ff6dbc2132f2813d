"""The biases are in the first row of W. The column of ones goes after the pixels, so that they are in the
last row."""

import numpy as np

MODULE = "best_svm.npz"
CHECK = "best_svm"


def spoil(arrays):
    return {**arrays, "W": np.roll(arrays["W"], 1, axis=0)}


def mend(arrays, inputs):
    return {**arrays, "W": np.roll(arrays["W"], -1, axis=0)}
