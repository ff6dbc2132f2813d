"""The scores are averaged, and the softmax is taken of their mean. Models whose scores are large then
outvote all others: average the probabilities.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "average_probabilities"


def average_probabilities(scores):
    mean = np.mean(scores, axis=0)
    powers = np.exp(mean - mean.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
