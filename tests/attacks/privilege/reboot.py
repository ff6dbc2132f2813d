"""Restarts the machine; with wrong numbers the kernel only says whether it may."""

import errno

from raw_syscall import syscall

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    try:
        syscall("reboot", 1, 2, 3, 0)
    except OSError as error:
        return error.errno == errno.EINVAL
