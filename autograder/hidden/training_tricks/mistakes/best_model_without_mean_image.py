"""The mean image in the file is not the one that was subtracted in training. Save what
`X_train.mean(axis=0)` was before you subtracted it; afterwards it is zero."""

import numpy as np

MODULE = "best_model.npz"
CHECK = "best_model"


def spoil(arrays):
    return {**arrays, "mean_image": np.zeros_like(arrays["mean_image"])}


def mend(arrays, inputs):
    return {**arrays, "mean_image": inputs.reshape(len(inputs), -1).mean(axis=0)}
