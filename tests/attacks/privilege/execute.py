"""Replaces itself by a shell."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.execv("/bin/sh", ["sh", "-c", "exit 0"])
