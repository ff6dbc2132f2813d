"""Leaves a queue of messages behind for the next submission."""

import ctypes

STOPPED_BY = "seccomp"


def attack(target):
    return ctypes.CDLL(None).msgget(target["new_key"], 0o1666) >= 0
