"""Fills the memory, in pieces that are shared, which a limit on data does not count."""

import mmap

STOPPED_BY = "rlimits"


def attack(target):
    pieces = []
    while True:
        pieces.append(mmap.mmap(-1, 1 << 24))
        pieces[-1].write(bytes(1 << 24))
