"""The softmax is taken over the models or the examples instead of the classes: its sum runs over the last
axis of `(M, N, C)`.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "average_probabilities"


def average_probabilities(scores):
    scores = np.asarray(scores)
    powers = np.exp(scores - scores.max(axis=0))
    return np.mean(powers / powers.sum(axis=0), axis=0)
