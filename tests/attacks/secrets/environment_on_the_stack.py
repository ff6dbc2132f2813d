"""Reads what the kernel put on the stack at the start: arguments and environment stay there when emptied."""

import ctypes
import re

STOPPED_BY = "environment"


def attack(target):
    start = ctypes.c_void_p.in_dll(ctypes.CDLL(None), "program_invocation_name").value
    text = b""
    while not text.endswith(b"\0\0\0\0\0\0\0\0") and len(text) < 60_000:
        text += ctypes.string_at(start + len(text), 1)
    return re.findall(r"AUTOGRADER_SECRET=[^\0]+", text.decode(errors="replace"))
