"""Of several labels with equally many votes the largest is returned; the smallest is asked for. `np.argmax`
of the counts returns the first.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "majority_vote_ties"


def majority_vote(labels):
    votes = np.asarray(labels)
    counts = np.array([(votes == label).sum(axis=0) for label in range(votes.max() + 1)])
    return len(counts) - 1 - np.argmax(counts[::-1], axis=0)
