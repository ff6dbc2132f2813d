"""The ones are an additional row, which would be an additional example. Every example gets one more
feature: a column.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "append_bias"


def append_bias(X):
    return np.vstack([X, np.ones(X.shape[1])])
