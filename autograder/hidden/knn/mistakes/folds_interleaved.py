"""Your folds take every n-th example. That divides the examples just as well, but the docstring asks for
consecutive ones, so that the accuracies can be compared fold by fold.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "make_folds"


def make_folds(X, y, num_folds):
    num_examples = len(X)
    parts = [np.arange(i, num_examples, num_folds) for i in range(num_folds)]
    return [X[part] for part in parts], [y[part] for part in parts]
