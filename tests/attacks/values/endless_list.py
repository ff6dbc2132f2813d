"""Returns a list that holds itself."""

STOPPED_BY = "codec"
MODULE = "cross_validation"
CHECK = "make_folds"


def make_folds(X, y, num_folds):
    folds = [X, y]
    folds.append(folds)
    return folds, folds
