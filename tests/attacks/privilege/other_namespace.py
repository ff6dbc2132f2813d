"""Enters a namespace of the grader's, out of its own."""

import ctypes
import os

STOPPED_BY = "seccomp"
NEEDS_ROOT = True
CLONE_NEWUTS = 0x04000000


def attack(target):
    return ctypes.CDLL(None).setns(os.pidfd_open(target["grader"]), CLONE_NEWUTS) == 0
