"""Reads the environment that the C library keeps, which Python's own table may not show."""

import ctypes

STOPPED_BY = "environment"


def attack(target):
    entries = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    found, i = [], 0
    while entries and entries[i]:
        found.append(entries[i].decode())
        i += 1
    return [entry for entry in found if "AUTOGRADER" in entry]
