"""Has the worker's own encoder send something else than what was returned."""

import numpy as np

import toolkit.host

STOPPED_BY = "comparison"
MODULE = "distances"
CHECK = "l1_distances"
SPOILS_ITS_WORKER = True


def l1_distances(X_test, X_train):
    encode = toolkit.host.encode
    forged = ("value", np.zeros((len(X_test), len(X_train))))
    toolkit.host.encode = lambda value, *other: encode(forged, *other)
    return None
