"""One maximum is subtracted from all scores. In a row far below it every power becomes 0, and 0 / 0 is NaN:
subtract the maximum of each row.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "average_probabilities_large"


def average_probabilities(scores):
    scores = np.asarray(scores)
    powers = np.exp(scores - scores.max())
    return np.mean(powers / powers.sum(axis=2, keepdims=True), axis=0)
