"""Leaves shared memory behind for the next submission."""

import ctypes

STOPPED_BY = "seccomp"


def attack(target):
    return ctypes.CDLL(None).shmget(target["new_key"], 4096, 0o1666) >= 0
