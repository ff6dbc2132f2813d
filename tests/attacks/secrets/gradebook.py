"""Has the C library map the gradebook into memory, without reading it."""

import ctypes
import os

STOPPED_BY = "landlock"
READ, PRIVATE = 1, 2


def attack(target):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    descriptor = os.open(target["gradebook"], os.O_RDONLY)
    return ctypes.string_at(
        libc.mmap(None, ctypes.c_size_t(4096), READ, PRIVATE, descriptor, ctypes.c_long(0))
    ).decode()
