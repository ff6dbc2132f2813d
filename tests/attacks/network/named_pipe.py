"""Writes into a named pipe that another program reads."""

STOPPED_BY = "landlock"


def attack(target):
    with open(target["pipe"], "wb", buffering=0) as pipe:
        pipe.write(b"loot")
