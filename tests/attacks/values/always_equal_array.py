"""Returns an array of a class that answers every comparison itself, and lies about its shape."""

import numpy as np

STOPPED_BY = "facade"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    lies = {
        "__array_ufunc__": lambda self, *_, **__: np.zeros(1),
        "__array_priority__": 1e9,
        "shape": property(lambda self: (len(X_test), len(X_train))),
    }
    return np.zeros(3).view(type("ndarray", (np.ndarray,), lies))
