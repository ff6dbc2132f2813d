"""Pins memory, so that the kernel cannot take it back under pressure."""

import ctypes

STOPPED_BY = "seccomp"


def attack(target):
    block = ctypes.create_string_buffer(1 << 22)
    return ctypes.CDLL(None).mlock(block, len(block)) == 0
