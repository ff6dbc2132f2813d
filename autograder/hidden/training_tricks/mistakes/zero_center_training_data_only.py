"""Only the training data are centred. Validation and test data must have the same mean subtracted, or the
classifier meets data unlike those that it has learned from.
"""

MODULE = "preprocessing"
CHECK = "zero_center"


def zero_center(train, *others):
    return (train - train.mean(axis=0), *others)
