"""Makes system calls by the numbers of x32 programs, which a list of numbers may not know."""

import ctypes
import platform

STOPPED_BY = "seccomp"
X32, UNAME = 0x40000000, 63
PR_SET_NAME = 15


def attack(target):
    libc = ctypes.CDLL(None, use_errno=True)
    if platform.machine() == "x86_64":
        libc.syscall(X32 + UNAME, None)  # where the kernel has no x32, it says so
    return libc.prctl(PR_SET_NAME, b"x32", 0, 0, 0) == 0
