"""Fills the disk where everybody may write."""

import tempfile

STOPPED_BY = "landlock"


def attack(target):
    for folder in (target["folder"], "/tmp", "/var/tmp"):
        with tempfile.NamedTemporaryFile(dir=folder, prefix=target["mark"], delete=False) as file:
            file.write(bytes(100_000))
    return True
