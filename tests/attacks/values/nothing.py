"""Returns nothing at all."""

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances l1_uint8"


def l1_distances(X_test, X_train):
    return None
