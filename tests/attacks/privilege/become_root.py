"""Becomes root again, if being another user was not for good."""

import os

STOPPED_BY = "uid"
NEEDS_ROOT = True


def attack(target):
    for change in (lambda: os.setresuid(0, 0, 0), lambda: os.seteuid(0), lambda: os.setuid(0)):
        try:
            change()
            return os.geteuid() == 0
        except OSError:
            continue
