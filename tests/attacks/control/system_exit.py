"""Raises SystemExit, as if the whole program were to end."""

import sys

STOPPED_BY = "process"


def attack(target):
    sys.exit(0)
