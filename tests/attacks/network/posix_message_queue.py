"""Makes a POSIX message queue, which is no file in any folder."""

import ctypes
import os

STOPPED_BY = "seccomp"


def attack(target):
    library = ctypes.CDLL("librt.so.1")
    name = f"/{target['mark']}-queue".encode()
    number = library.mq_open(name, os.O_CREAT | os.O_RDWR, 0o666, None)
    return number >= 0 and library.mq_unlink(name) == 0
