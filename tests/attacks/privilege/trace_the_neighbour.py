"""Attaches to another submission's process as a debugger does."""

import ctypes

STOPPED_BY = "seccomp"
ATTACH, DETACH = 16, 17


def attack(target):
    ptrace = ctypes.CDLL(None).ptrace
    attached = ptrace(ATTACH, target["neighbour"], None, None) == 0
    ptrace(DETACH, target["neighbour"], None, None)
    return attached
