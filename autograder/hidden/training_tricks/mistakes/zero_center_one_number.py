"""You subtract one number, the mean of all entries. Here every feature has a mean of its own:
`mean(axis=0)`.
"""

MODULE = "preprocessing"
CHECK = "zero_center"


def zero_center(train, *others):
    return tuple(X - train.mean() for X in (train, *others))
