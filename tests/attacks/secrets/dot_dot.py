"""Climbs from a folder that it may read to the course's files."""

import os

import numpy as np

STOPPED_BY = "landlock"


def attack(target):
    inside = os.path.dirname(np.__file__)
    up = "/".join([".."] * inside.count("/"))
    with open(f"{inside}/{up}{target['submission']}") as file:
        return file.read()
