"""Answers one byte of a large frame at a time, so that no single read takes long."""

import os
import struct
import time

STOPPED_BY = "deadline"
NEEDS_CHANNEL = True


def attack(target):
    os.write(3, struct.pack("<BIQ", 1, 10**6, 0))
    while True:
        os.write(3, b"\x93")
        time.sleep(0.01)
