"""Sends a signal to a thread of its parent, past a rule that only knows `kill`."""

import ctypes
import os
import signal

STOPPED_BY = "seccomp"


def attack(target):
    parent = os.getppid()
    return ctypes.CDLL(None).tgkill(parent, parent, signal.SIGUSR2) == 0
