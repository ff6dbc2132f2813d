"""Renames the machine, by which licences and logs know it."""

import socket

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    socket.sethostname(socket.gethostname())
    return True
