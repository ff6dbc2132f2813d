"""The whole array sums to 1: the denominator is the sum over all examples. Every row has a sum of its own
(axis=1, keepdims=True).
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_probabilities"


def softmax_probabilities(scores):
    shifted = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(shifted)
    return exps / exps.sum()
