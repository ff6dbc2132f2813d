"""The scores are shifted by their mean. A score far above the mean still overflows: shift by the maximum."""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_probabilities_stable"


def softmax_probabilities(scores):
    shifted = scores - scores.mean(axis=1, keepdims=True)
    exps = np.exp(shifted)
    return exps / exps.sum(axis=1, keepdims=True)
