"""Gives a file a second name, under which it stays when it is deleted."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.link(target["note"], os.path.join(target["folder"], "second"))
