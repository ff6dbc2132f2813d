"""These are logarithms of probabilities: the exponential is missing at the end."""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_probabilities"


def softmax_probabilities(scores):
    shifted = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(shifted)
    return shifted - np.log(exps.sum(axis=1, keepdims=True))
