"""Allows other processes of its user to read its memory again."""

import ctypes

STOPPED_BY = "seccomp"
PR_SET_DUMPABLE = 4


def attack(target):
    return ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0
