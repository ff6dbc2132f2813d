"""Answers with the names of objects and functions on the other side."""

from toolkit.codec import Callback, Handle, Seed

STOPPED_BY = "facade"
MODULE = "cross_validation"
CHECK = "make_folds"


def make_folds(X, y, num_folds):
    return [Handle(0, "module")] * num_folds, [Callback(0), Seed(1), *[Handle(-1, "x")] * num_folds]
