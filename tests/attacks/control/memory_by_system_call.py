"""Maps memory without the C library's allocator, and raises the end of the heap."""

import ctypes

STOPPED_BY = "rlimits"
READ_WRITE, PRIVATE_ANONYMOUS = 3, 0x22


def attack(target):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    nothing = ctypes.c_long(-1)
    size, start = ctypes.c_size_t(4 << 30), ctypes.c_long(0)
    mapped = libc.mmap(None, size, READ_WRITE, PRIVATE_ANONYMOUS, nothing, start)
    return mapped != ctypes.c_size_t(-1).value
