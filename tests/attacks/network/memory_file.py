"""Makes a file in memory that could be handed on or executed."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    return os.memfd_create("loot") > 0
