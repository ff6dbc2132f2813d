"""A feature that is the same in all training rows, such as a pixel of the border, has deviation 0, and 0 / 0
is NaN. Divide such features by 1.
"""

MODULE = "preprocessing"
CHECK = "standardize_constant"


def standardize(train, *others):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return tuple((X - mean) / deviation for X in (train, *others))
