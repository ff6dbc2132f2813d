"""Takes back that it dies with its parent."""

import ctypes

STOPPED_BY = "seccomp"
PR_SET_PDEATHSIG = 1


def attack(target):
    return ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0) == 0
