"""Lists the course's folders, to learn who handed in what."""

import os

STOPPED_BY = "landlock"


def attack(target):
    return os.listdir(target["course"])
