"""Leaves an empty file in the shared folder for temporary files: its name is the message."""

from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        Path(folder, f"{target['mark']}-42").touch()
