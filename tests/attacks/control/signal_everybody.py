"""Asks whether it may signal all processes at once; number 0 only asks."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.kill(-1, 0)
    return True
