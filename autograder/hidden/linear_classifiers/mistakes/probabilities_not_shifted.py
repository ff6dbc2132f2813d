"""The exponential of a large score overflows to inf, and inf / inf is NaN. Only differences of scores
matter: subtract the largest score of each example first, then every exponent is 0 or less.
"""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_probabilities_stable"


def softmax_probabilities(scores):
    exps = np.exp(scores)
    return exps / exps.sum(axis=1, keepdims=True)
