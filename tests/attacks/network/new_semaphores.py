"""Leaves semaphores behind: a few bits that the next submission can read."""

import ctypes

STOPPED_BY = "seccomp"


def attack(target):
    return ctypes.CDLL(None).semget(target["new_key"], 1, 0o1666) >= 0
