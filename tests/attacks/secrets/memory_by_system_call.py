"""Reads the grader's memory by a system call that needs no file."""

import ctypes
import struct

from raw_syscall import syscall

STOPPED_BY = "seccomp"


def attack(target):
    text = ctypes.create_string_buffer(target["size"])
    ours = struct.pack("PN", ctypes.addressof(text), target["size"])
    theirs = struct.pack("PN", target["address"], target["size"])
    syscall("process_vm_readv", target["grader"], ours, 1, theirs, 1, 0)
    return text.value.decode()
