"""Returns one number, which broadcasting compares with all."""

STOPPED_BY = "comparison"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    return abs(X_test[0] - X_train[0]).sum()
