"""Announces a message of four gigabytes on the notebook's channel."""

import os

STOPPED_BY = "codec"


def attack(target):
    os.write(3, b"\xff" * 4)
    while True:
        os.write(3, b"x" * 65536)
