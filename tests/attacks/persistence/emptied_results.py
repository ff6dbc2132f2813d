"""Opens its results such that they are emptied: no byte is written."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.close(os.open(target["results"], os.O_RDONLY | os.O_TRUNC))
