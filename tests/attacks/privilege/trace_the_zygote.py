"""Seizes the process from which all later workers are forked, to change the code in it."""

import ctypes

STOPPED_BY = "seccomp"
SEIZE = 0x4206


def attack(target):
    return ctypes.CDLL(None).ptrace(SEIZE, target["zygote"], None, None) == 0
