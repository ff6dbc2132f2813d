"""Locks the gradebook, so that no grade can be recorded."""

import fcntl
import os

STOPPED_BY = "landlock"


def attack(target):
    descriptor = os.open(target["gradebook"], os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True
