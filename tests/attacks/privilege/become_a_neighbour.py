"""Takes the user id of another worker, to get at its process."""

import os

STOPPED_BY = "uid"
NEEDS_ROOT = True


def attack(target):
    other = os.getuid() + 1
    os.setuid(other)
    return os.getuid() == other
