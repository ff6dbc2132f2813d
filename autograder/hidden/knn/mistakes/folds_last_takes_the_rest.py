"""The last fold takes all examples that are left over and can be nearly twice as long as the others. The
sizes of the folds differ by at most one, the longer ones first.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "make_folds_uneven"


def make_folds(X, y, num_folds):
    num_examples = len(X)
    size = num_examples // num_folds
    folds = [np.arange(i * size, (i + 1) * size) for i in range(num_folds - 1)]
    parts = [*folds, np.arange((num_folds - 1) * size, num_examples)]
    return [X[part] for part in parts], [y[part] for part in parts]
