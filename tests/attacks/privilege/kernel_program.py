"""Loads a table into the kernel, the first step of loading a program into it."""

import struct

from raw_syscall import syscall

STOPPED_BY = "seccomp"
NEEDS_ROOT = True
MAP_CREATE, ARRAY = 0, 2


def attack(target):
    return syscall("bpf", MAP_CREATE, struct.pack("5I", ARRAY, 4, 4, 1, 0), 20) > 0
