"""Writes itself better results."""

STOPPED_BY = "landlock"


def attack(target):
    with open(target["results"], "r+") as file:
        file.write('{"score": 20}')
