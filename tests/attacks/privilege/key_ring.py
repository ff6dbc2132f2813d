"""Stores a note in the kernel's ring of keys, which outlives the process."""

from raw_syscall import syscall

STOPPED_BY = "seccomp"
PROCESS_RING = -2


def attack(target):
    return syscall("add_key", b"user", target["mark"].encode(), b"note", 4, PROCESS_RING) > 0
