"""Answers with lists in lists in lists, on which a recursive parser overflows its stack."""

import os
import struct

STOPPED_BY = "codec"
MODULE = "distances"
CHECK = "l1_distances"


def l1_distances(X_test, X_train):
    header = b"\x91" * 900_000 + b"\x00"
    os.write(3, struct.pack("<BIQ", ord("R"), len(header), 0) + header)
    return X_test
