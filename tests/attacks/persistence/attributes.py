"""Hides a note in a file's extended attributes."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.setxattr(target["note"], "user.note", b"42")
    return os.getxattr(target["note"], "user.note").decode()
