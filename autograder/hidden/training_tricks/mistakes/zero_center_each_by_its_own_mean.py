"""You subtract from each array its own mean. Validation and test data are transformed with the mean of the
*training* data: whatever else they are, they must be treated as new data will be.
"""

MODULE = "preprocessing"
CHECK = "zero_center"


def zero_center(train, *others):
    return tuple(X - X.mean(axis=0) for X in (train, *others))
