"""Handles its own page faults, which makes races in the kernel easy to win."""

from raw_syscall import syscall

STOPPED_BY = "seccomp"
USER_MODE_ONLY = 1


def attack(target):
    return syscall("userfaultfd", USER_MODE_ONLY) > 0
