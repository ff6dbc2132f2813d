"""Announces an answer of many gigabytes, for which a careless reader makes room."""

import os
import struct

STOPPED_BY = "codec"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    os.write(3, struct.pack("<BIQ", ord("R"), 2**20, 2**63))
    return X_test
