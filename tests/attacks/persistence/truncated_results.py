"""Empties its results without opening them."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.truncate(target["results"], 0)
