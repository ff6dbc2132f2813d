"""Writes to its standard descriptors, past Python's `print`."""

import os

STOPPED_BY = "descriptors"


def attack(target):
    for number in (1, 2):
        os.write(number, b"flood\n")
    return os.isatty(1) or os.fstat(1).st_rdev != os.stat("/dev/null").st_rdev
