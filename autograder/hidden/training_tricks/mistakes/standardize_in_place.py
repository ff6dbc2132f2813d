"""`X -= mean` and `X /= deviation` change the arrays that were passed in. `(X - mean) / deviation` makes new
ones.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "standardize_keeps_its_arguments"


def standardize(train, *others):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    for X in (train, *others):
        X -= mean
        X /= np.where(deviation > 0, deviation, 1)
    return (train, *others)
