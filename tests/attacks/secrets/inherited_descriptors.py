"""Reads all descriptors that the grader may have forgotten to close."""

import os

STOPPED_BY = "descriptors"


def attack(target):
    found = []
    for number in range(4, 256):
        try:
            found.append(os.pread(number, 1000, 0).decode())
        except (OSError, UnicodeDecodeError):
            continue
    return found
