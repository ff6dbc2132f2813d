"""Makes a user namespace, in which it is root and more of the kernel is in reach."""

import ctypes

STOPPED_BY = "seccomp"
CLONE_NEWUSER = 0x10000000


def attack(target):
    return ctypes.CDLL(None).unshare(CLONE_NEWUSER) == 0
