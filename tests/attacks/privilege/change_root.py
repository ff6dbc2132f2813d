"""Takes another folder for the root of the file system."""

import os

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    os.chroot(target["folder"])
    return os.listdir("/")
