"""Returns a list of more numbers than an answer may have."""

STOPPED_BY = "codec"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return [0.5] * 3_000_000
