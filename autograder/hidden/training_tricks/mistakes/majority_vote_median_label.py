"""The median of the labels is taken. Labels have no order: count how many models give each of them."""

import numpy as np

MODULE = "ensembles"
CHECK = "majority_vote"


def majority_vote(labels):
    return np.median(labels, axis=0).astype(int)
