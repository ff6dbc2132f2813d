"""Reads the command lines of all processes, on which passwords are found."""

from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    return [file.read_text() for file in Path("/proc").glob("[0-9]*/cmdline")][:5]
