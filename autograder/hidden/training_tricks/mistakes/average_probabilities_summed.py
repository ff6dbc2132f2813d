"""The models' probabilities are summed, not averaged: rows sum to M instead of 1."""

import numpy as np

MODULE = "ensembles"
CHECK = "average_probabilities"


def average_probabilities(scores):
    scores = np.asarray(scores)
    powers = np.exp(scores - scores.max(axis=2, keepdims=True))
    return np.sum(powers / powers.sum(axis=2, keepdims=True), axis=0)
