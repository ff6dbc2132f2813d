"""Asks its parent to trace it, after which the parent is woken at every signal."""

import ctypes

STOPPED_BY = "seccomp"
TRACE_ME = 0


def attack(target):
    return ctypes.CDLL(None).ptrace(TRACE_ME, 0, None, None) == 0
