"""Reads the course's secret, from which all hidden inputs follow."""

STOPPED_BY = "landlock"


def attack(target):
    with open(target["secret_file"]) as file:
        return file.read()
