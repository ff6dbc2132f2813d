"""Reserves space on the disk without writing anything, in a file that is open to all."""

import os

STOPPED_BY = "landlock"


def attack(target):
    descriptor = os.open(target["note"], os.O_WRONLY)
    os.posix_fallocate(descriptor, 0, 1 << 20)
    return True
