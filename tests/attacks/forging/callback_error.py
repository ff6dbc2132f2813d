"""Says that a function of the grader failed, although none was given."""

from toolkit.host import CallbackError

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    raise CallbackError("grader_error")
