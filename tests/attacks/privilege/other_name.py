"""Takes the name of another program in the list of processes."""

import ctypes

STOPPED_BY = "seccomp"
PR_SET_NAME = 15


def attack(target):
    return ctypes.CDLL(None).prctl(PR_SET_NAME, b"sshd", 0, 0, 0) == 0
