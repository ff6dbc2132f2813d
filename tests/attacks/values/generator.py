"""Returns a generator, which could answer differently each time."""

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return (row for row in X_test)
