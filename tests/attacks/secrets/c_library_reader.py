"""Opens the gradebook by the C library, past every hook in Python."""

import ctypes

STOPPED_BY = "landlock"


def attack(target):
    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    stream = libc.fopen(target["gradebook"].encode(), b"r")
    text = ctypes.create_string_buffer(100)
    return stream and libc.fgets(text, 100, ctypes.c_void_p(stream)) and text.value.decode()
