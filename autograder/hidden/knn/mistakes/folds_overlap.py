"""Neighbouring folds share an example: the end of a range is not part of it, so adding one to it lets the
next fold's first example in. An example in two folds is validated on a classifier that was trained on
it.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "make_folds"


def make_folds(X, y, num_folds):
    num_examples = len(X)
    size = num_examples // num_folds
    parts = [np.arange(i * size, min((i + 1) * size + 1, num_examples)) for i in range(num_folds)]
    return [X[part] for part in parts], [y[part] for part in parts]
