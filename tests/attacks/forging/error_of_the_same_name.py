"""Names its own exceptions like those of the grader's machinery."""

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    kind = type("CourseError", (Exception,), {"__str__": lambda self: "\ud800\x00" * 1000})
    kind.__name__ = "GraderError" * 10_000
    raise kind
