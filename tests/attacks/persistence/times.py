"""Changes the time of a file, so that it was handed in early."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.utime(target["note"], (1, 1))
    return os.stat(target["note"]).st_mtime == 1
