"""The power of a large score overflows, and one of inf / inf is NaN. Subtract the largest score of each row
first; that changes no probability.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "average_probabilities_large"


def average_probabilities(scores):
    powers = np.exp(np.asarray(scores))
    return np.mean(powers / powers.sum(axis=2, keepdims=True), axis=0)
