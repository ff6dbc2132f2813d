"""The mean of the labels is taken, rounded. Labels are names, not amounts: a cat (3) and a horse (7) do not
make a frog (5). Count the votes.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "majority_vote"


def majority_vote(labels):
    return np.rint(np.mean(labels, axis=0)).astype(int)
