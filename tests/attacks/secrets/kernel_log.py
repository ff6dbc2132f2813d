"""Reads the kernel's log, with addresses and the names of other processes."""

import ctypes

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    text = ctypes.create_string_buffer(1000)
    size = ctypes.CDLL(None).klogctl(3, text, 1000)
    return size > 0 and text.raw[:size].decode(errors="replace")
