"""When the number of examples is not a multiple of the number of folds, the last examples are in no fold.
Every example belongs to exactly one; let some folds be longer by one.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "make_folds_uneven"


def make_folds(X, y, num_folds):
    num_examples = len(X)
    size = num_examples // num_folds
    parts = [np.arange(i * size, (i + 1) * size) for i in range(num_folds)]
    return [X[part] for part in parts], [y[part] for part in parts]
