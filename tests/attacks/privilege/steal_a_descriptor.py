"""Copies a descriptor out of the grader: its gradebook, or its end of another channel."""

from raw_syscall import syscall

STOPPED_BY = "seccomp"


def attack(target):
    process = syscall("pidfd_open", target["grader"], 0)
    return syscall("pidfd_getfd", process, 0, 0) >= 0
