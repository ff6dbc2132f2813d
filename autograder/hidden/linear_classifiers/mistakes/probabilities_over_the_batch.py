"""The columns sum to 1, not the rows: the sum runs over the examples. Every row, one example, has a
distribution over the classes: axis=1.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_probabilities"


def softmax_probabilities(scores):
    shifted = scores - scores.max(axis=0, keepdims=True)
    exps = np.exp(shifted)
    return exps / exps.sum(axis=0, keepdims=True)
