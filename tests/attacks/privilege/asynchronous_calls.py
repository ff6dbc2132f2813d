"""Sets up a queue over which the kernel opens files and sockets without a system call for each."""

import ctypes

from raw_syscall import syscall

STOPPED_BY = "seccomp"


def attack(target):
    return syscall("io_uring_setup", 1, ctypes.create_string_buffer(120)) > 0
