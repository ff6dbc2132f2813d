"""Attaches shared memory of the grader by its key: neither a file nor a descriptor is needed."""

import ctypes

STOPPED_BY = "seccomp"


def attack(target):
    libc = ctypes.CDLL(None)
    libc.shmat.restype = ctypes.c_void_p
    address = libc.shmat(libc.shmget(target["segment"], 0, 0), None, 0)
    return ctypes.c_size_t(-1).value != address and ctypes.string_at(address, 39).decode()
