"""Runs machine code of its own that calls the kernel as 32-bit programs do (`int 0x80`)."""

import ctypes
import platform

STOPPED_BY = "seccomp"
GETPID_BY_INT_80 = bytes.fromhex("53b814000000cd805bc3")  # push rbx; mov eax, 20; int 0x80; pop rbx; ret
ALL_RIGHTS, PRIVATE_ANONYMOUS, PR_SET_NAME = 7, 0x22, 15


def attack(target):
    libc = ctypes.CDLL(None)
    if platform.machine() != "x86_64":
        return libc.prctl(PR_SET_NAME, b"other", 0, 0, 0) == 0
    libc.mmap.restype = ctypes.c_void_p
    page = libc.mmap(None, ctypes.c_size_t(4096), ALL_RIGHTS, PRIVATE_ANONYMOUS, -1, ctypes.c_long(0))
    ctypes.memmove(page, GETPID_BY_INT_80, len(GETPID_BY_INT_80))
    return ctypes.CFUNCTYPE(ctypes.c_int)(page)() > 0
