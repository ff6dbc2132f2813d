"""Reads the machine's users."""

STOPPED_BY = "landlock"


def attack(target):
    with open("/etc/passwd") as file:
        return file.readlines()
