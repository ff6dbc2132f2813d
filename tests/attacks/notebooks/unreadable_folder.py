"""Makes a folder that not even its owner can look into, so that it cannot be measured or removed."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.mkdir("closed", mode=0o300)
    return True
