"""Writes a program library and loads it, to run machine code of its own."""

import ctypes
import os
from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    path = os.path.join(target["folder"], "library.so")
    content = next(Path("/lib", f"{os.uname().machine}-linux-gnu").glob("libm.so.6")).read_bytes()
    Path(path).write_bytes(content)
    return ctypes.CDLL(path).abs(-1) == 1
