"""Returns an object that says it equals everything, and is smaller than any tolerance."""

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    agree = lambda *_: True  # noqa: E731
    names = ("__eq__", "__le__", "__lt__", "__bool__", "__abs__", "__sub__", "__rsub__", "__contains__")
    return type("float", (), dict.fromkeys(names, agree))()
